import { newId } from "@tiergraph/kit/values/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  COURSES,
  complete,
  enablement,
  enroll,
  openEnablementForTests,
  partnerOf,
  program,
  trainingOf,
} from "../fixtures/opened-enablement.js";

beforeAll(openEnablementForTests);
afterEach(() => enablement.moveTo());
afterAll(() => enablement.stop());

test("the courses of the program in force are offered to everyone who may read them", async () => {
  const query = "{ courses { name title role certifies { level validMonths } isOffered } }";
  const { data } = await enablement.ask<object>(partnerOf(newId()), query);
  expect(data).toEqual({
    courses: [
      {
        name: "foundations",
        title: "Technical foundations",
        role: "ENGINEERING",
        certifies: { level: "foundation", validMonths: 24 },
        isOffered: true,
      },
      { name: "deal-desk", title: "Deal desk", role: "SALES", certifies: null, isOffered: true },
    ],
  });
});

test("a course that leaves the program keeps its people, and takes no more", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 2 });
  const [ada = "", grace = ""] = people;
  await enroll([{ personId: ada, course: "deal-desk" }]);
  await enablement.send("ProgramPublished", program(2, COURSES.split("\n").slice(0, 1).join("\n")));
  expect((await trainingOf(partnerId)).courses).toEqual([
    { course: { name: "foundations", isOffered: true }, enrolled: 0, completed: 0, averagePercent: null },
    { course: { name: "deal-desk", isOffered: false }, enrolled: 1, completed: 0, averagePercent: 0 },
  ]);
  expect((await enroll([{ personId: grace, course: "deal-desk" }])).results).toMatchObject([
    { code: "COURSE_UNKNOWN" },
  ]);
});

test("a course that was taught before versions were kept has had its version since ever", async () => {
  const { people } = await enablement.aPartner({ people: 1 });
  const old = "  old: { certifies: { level: expert, valid: 24 months } }";
  const current = old.replace("certifies: { level", "version: 2, certifies: { recertify-within: 30 days, level");
  // As an installation has it that knew programs before it knew versions of courses.
  const { sequence, program: name, programVersion, source } = program(100, old);
  await enablement.ownerRows(
    "insert into enablement.program_version (sequence, program, version, source) values ($1, $2, $3, $4)",
    [sequence, name, programVersion, source],
  );
  await enablement.send("ProgramPublished", program(101, current));
  const { results } = await complete([{ personId: people[0], course: "old", completedOn: "2025-06-29" }]);
  expect(results).toMatchObject([{ certification: { issuedOn: "2025-06-29", expiresOn: "2025-07-30" } }]);
  const again = await complete([{ personId: people[0], course: "old", completedOn: "2025-06-30" }]);
  expect(again.results).toMatchObject([{ certification: { expiresOn: "2027-06-30" } }]);
});
