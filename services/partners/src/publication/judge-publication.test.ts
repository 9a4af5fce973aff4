import { publishedProgram } from "@tiergraph/program/document/program";
import { expect, test } from "vitest";
import { publishedVersionOf } from "../program/program-cache.reads.js";
import { judgePublication } from "./judge-publication.js";

const document = (version: string) => `program: p
version: "${version}"
currency: USD
measures: { deals: { count: deal.won } }
tiers:
  base: { rank: 0, why: W. }
  gold: { rank: 1, why: W., requires: { measure: deals, at-least: 1, why: W. } }
governance: { notice: 30 days }`;
const published = (version: string, { by, at }: { by: string; at: string }) =>
  publishedVersionOf({
    sequence: Number(version),
    program: "p",
    version,
    source: document(version),
    document: publishedProgram(document(version)),
    publishedBy: by,
    publishedAt: new Date(at),
    effectiveOn: at.slice(0, 10),
    startedAt: new Date(at),
  });
const judge = (versions: ReturnType<typeof published>[], by: string, today: string) =>
  judgePublication(publishedProgram(document("9")), {
    source: document("9"),
    published: versions,
    effectiveOn: today,
    today,
    by,
  });
const FIRST = published("1", { by: "ada", at: "2026-03-01T09:00:00Z" });

test("a first version that promises notice is corrected on its first day by a second person, not by its publisher", () => {
  expect(judge([FIRST], "grace", "2026-03-01").kind).toBe("PublicationAccepted");
  expect(judge([FIRST], "ada", "2026-03-01")).toEqual({
    kind: "NoticeTooShort",
    earliest: "2026-03-31",
    mayAnother: true,
  });
});

test("from the next day on, and where there was a version before that day, notice holds for everybody", () => {
  expect(judge([FIRST], "grace", "2026-03-02")).toMatchObject({ kind: "NoticeTooShort", mayAnother: false });
  const second = published("2", { by: "ada", at: "2026-05-01T09:00:00Z" });
  expect(judge([second, FIRST], "grace", "2026-05-01")).toMatchObject({ kind: "NoticeTooShort", mayAnother: false });
});

test("a correction of the first day is corrected by somebody else than its publisher in turn", () => {
  const second = published("2", { by: "grace", at: "2026-03-01T10:00:00Z" });
  expect(judge([second, FIRST], "grace", "2026-03-01").kind).toBe("NoticeTooShort");
  expect(judge([second, FIRST], "ada", "2026-03-01").kind).toBe("PublicationAccepted");
});
