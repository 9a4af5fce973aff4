import type { Program } from "../document/program/index.js";
import type { Finding } from "./finding.js";

/** Finds mistakes in the sections on training and onboarding. */
export const findUnready = (program: Program): Finding[] => [
  ...sandboxesOfNobody(program),
  ...pathsOutOfOrder(program),
  ...tiersWithoutMaturity(program),
];

function sandboxesOfNobody({ sandboxes, tiers }: Program): Finding[] {
  const isGiven = tiers.some(({ benefits }) => benefits.some(({ benefit }) => benefit === sandboxes?.benefit));
  if (sandboxes === null || isGiven) return [];
  return [
    {
      code: "SANDBOX_NOT_GIVEN",
      severity: "warning",
      path: "sandboxes.benefit",
      message: `No tier gives ${sandboxes.benefit}: no partner can lease a sandbox.`,
      remedy: "Give it in the tiers whose partners may try things out, or leave `sandboxes` out.",
    },
  ];
}

function pathsOutOfOrder({ paths, courses }: Program): Finding[] {
  const before = new Map(courses.map(({ name, requires }) => [name, requires]));
  return paths.flatMap(({ name, title, courses: taken }) =>
    taken.flatMap((course, i): Finding[] => {
      const late = (before.get(course) ?? []).find((required) => taken.indexOf(required) > i);
      return late === undefined
        ? []
        : [
            {
              code: "PATH_OUT_OF_ORDER",
              severity: "advice",
              path: `paths.${name}.courses`,
              message: `${title} has ${course} before ${late}, which it requires.`,
              remedy: `Let ${late} come first.`,
            },
          ];
    }),
  );
}

function tiersWithoutMaturity({ maturities, tiers }: Program): Finding[] {
  const known = new Set(maturities.flatMap((maturity) => maturity.tiers));
  if (maturities.length === 0) return [];
  return tiers
    .filter(({ name }) => !known.has(name))
    .map(({ name, title }) => ({
      code: "TIER_WITHOUT_MATURITY",
      severity: "advice",
      path: "maturities",
      message: `${title} is in no maturity: its partners see no path that asks for one.`,
      remedy: `Add ${name} to a maturity.`,
    }));
}
