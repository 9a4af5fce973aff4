import { setTimeout } from "node:timers/promises";
import { randomOf } from "@tiergraph/program/fixtures";
import { askGraph, change } from "./ask.js";
import { benchProgram } from "./program.js";

const PLACES = ["EMEA DE", "EMEA GB", "EMEA FR", "Americas US", "Americas BR", "APAC JP", "APAC AU", "APAC IN"];
const TRACKS = ["reseller", "integrator", "early-adopter", "co-developer"];
const COURSES = {
  SALES: ["sales-foundations", "deal-desk"],
  ENGINEERING: ["technical-foundations", "implementation", "architecture"],
  CUSTOMER_SUCCESS: ["onboarding-customers", "growing-customers"],
} as const;
const ROLES = Object.keys(COURSES) as (keyof typeof COURSES)[];
const NAMES = ["Abe", "Berg", "Costa", "Diaz", "Evans", "Fischer", "Garcia", "Huang", "Ito", "Jansen", "Khan", "Lopez"];
const TRADES = ["Advisory", "Cloud", "Consulting", "Digital", "Labs", "Solutions", "Software", "Systems"];
const PRODUCTS = ["Northwind Core", "Northwind Flow", "Northwind Insights"];
/** Days from the first placement to the last. */
const DAYS = 728;
const PER_REQUEST = 1_000;

const QUEUES = `{ partnersJobs { pending } metricsJobs { pending } benefitsJobs { pending } enablementJobs { pending } }`;

/**
 * Fills an empty product through its own graph: partners with two years of deals, seats, people, training and rewards,
 * placed each quarter. The same partners each time, but for their ids.
 */
export async function fill(url: string, token: string, { partners: count }: { partners: number }): Promise<void> {
  const random = randomOf(20_260_101);
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T;
  const today = new Date().toISOString().slice(0, 10);
  const daysAgo = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);

  const send = async <Changed extends object>(
    field: string,
    name: string,
    rows: readonly object[],
    selection = "",
  ): Promise<Changed[]> => {
    const answers: Changed[] = [];
    for (let first = 0; first < rows.length; first += PER_REQUEST)
      answers.push(
        await change<Changed>(url, token, {
          field,
          input: { [name]: rows.slice(first, first + PER_REQUEST) },
          selection,
        }),
      );
    return answers;
  };
  const settled = async () => {
    for (let quiet = 0; quiet < 2; await setTimeout(200)) {
      const queues = await askGraph<Record<string, { pending: number }>>(url, token, QUEUES);
      quiet = Object.values(queues).every(({ pending }) => pending === 0) ? quiet + 1 : 0;
    }
  };
  const place = async (asOf: string) => {
    type Run = { run: { id: string; finishedAt: string | null } };
    const { run } = await change<Run>(url, token, {
      field: "placePartners",
      input: { asOf, waitSeconds: 8 },
      selection: "run { id finishedAt }",
    });
    for (let { finishedAt } = run; finishedAt === null; await setTimeout(300)) {
      const query = "query ($id: ID!) { placementRun(id: $id) { finishedAt } }";
      const found = await askGraph<{ placementRun: Run["run"] }>(url, token, query, { id: run.id });
      finishedAt = found.placementRun.finishedAt;
    }
    await settled();
  };

  await change(url, token, { field: "publishProgram", input: { source: benchProgram() } });
  await settled();
  const sizes = new Map<string, number>();
  const partners = Array.from({ length: count }, (_, i) => {
    const [region = "", country = ""] = pick(PLACES).split(" ");
    const code = `B${String(i).padStart(6, "0")}`;
    sizes.set(code, random() ** 2);
    const name = `${pick(NAMES)} ${pick(TRADES)} ${i}`;
    return { code, name, region, country, tracks: [pick(TRACKS)], joinedOn: daysAgo(DAYS + 1) };
  });
  const registered = await send<{ partners: { id: string; code: string }[] }>(
    "registerPartners",
    "partners",
    partners,
    "partners { id code }",
  );
  const ids = new Map(registered.flatMap((answer) => answer.partners.map(({ id, code }) => [code, id] as const)));
  const idOf = (code: string) => ids.get(code) ?? "";
  await settled();

  const people = partners.flatMap(({ code }) =>
    Array.from({ length: between(3, 7) }, (_, j) => ({
      partnerId: idOf(code),
      externalId: `${code}-${j}`,
      name: `${pick(NAMES)} ${pick(NAMES)}`,
      email: `${code}-${j}@partner.example`.toLowerCase(),
      role: ROLES[j % ROLES.length] ?? "SALES",
    })),
  );
  const known = await send<{ people: { id: string; externalId: string }[] }>(
    "registerPeople",
    "people",
    people,
    "people { id externalId }",
  );
  const personIds = new Map(known.flatMap((answer) => answer.people.map((one) => [one.externalId, one.id] as const)));
  await settled();
  await place(daysAgo(DAYS));

  const completions = people.flatMap(({ externalId, role }) => {
    const start = between(60, 600);
    const courses = COURSES[role].slice(0, random() < 0.85 ? undefined : -1);
    return courses.map((course, i) => ({
      personId: personIds.get(externalId),
      course,
      completedOn: daysAgo(Math.max(1, start - i * 40)),
    }));
  });
  await send("recordCompletions", "completions", completions, "results { message }");
  await settled();

  const facts = partners.flatMap(({ code }) => {
    const size = sizes.get(code) ?? 0;
    const customer = () => `${code} customer ${between(1, 3 + Math.round(size * 25))}`;
    const deals = Array.from({ length: between(14, 20) + Math.round(size * 25) }, (_, j) => {
      const on = between(0, 700);
      const deal = {
        partnerId: idOf(code),
        externalId: `${code}-D${j}`,
        customer: customer(),
        product: pick(PRODUCTS),
      };
      const days = { on: daysAgo(on), openedOn: daysAgo(on + 30) };
      if (random() < 0.15) return { ...deal, ...days, kind: "DEAL_LOST" };
      const amount = (between(200_000, 900_000) + Math.round(size * random() * 5_000_000)) / 100;
      return { ...deal, ...days, kind: "DEAL_WON", amount: amount.toFixed(2) };
    });
    const seats = Array.from({ length: 6 }, (_, j) => ({
      partnerId: idOf(code),
      externalId: `${code}-S${j}`,
      customer: customer(),
      product: "Northwind Core",
      kind: "SEATS",
      on: daysAgo(between(0, 700)),
      quantity: between(2, 20 + Math.round(size * 60)),
    }));
    return [...deals, ...seats];
  });
  await send("recordFacts", "facts", facts, "results { message }");
  await settled();
  for (const days of [365, 180, 90, 0]) await place(daysAgo(days));
}
