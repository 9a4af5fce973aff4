import fs from "node:fs";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { encodeOwnedId, typeOfOwnedId } from "@tiergraph/kit/values/ids";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { example } from "../kit/story.js";
import type { ByStance, KnownValues } from "./argument-values.js";

/** One of the two partners, and the words by which it is known again. */
export interface KnownPartner {
  readonly id: string;
  readonly personIds: readonly string[];
  /** Names and addresses of its people. */
  readonly personal: readonly string[];
}

/** An id that nobody has. */
export const NOBODY = "0190a000-0000-7000-8000-00000000dead";

export const OWN = { word: "ownalpha", amount: "41357.91", region: "ownalpha region" };

// The word is in every text of the other partner, the number in its amounts: neither stands anywhere else.
export const FOREIGN = { word: "zq7foreign", amount: "777123.45", region: "zq7foreign region" };

export type Words = typeof OWN;

export const FOREIGN_WORD = FOREIGN.word;

/** The sample program, with an approval, and a review of one question. */
export const PROGRAM = example("northwind-partners").replace(
  /^reviews:$/m,
  "approvals: { strategic: { title: Strategic, why: Some are chosen. } }\nreviews:\n  pulse: { title: Pulse, every: quarter, questions: { mood: { ask: How is it going?, best: 5 } } }",
);

/** As a draft of the version to come, in which it says more than anybody but a program manager may read. */
export const DRAFT = PROGRAM.replace("version: 2026.1", "version: 2027.1").replace(
  /^why: .*$/m,
  `why: ${FOREIGN.word} plan.`,
);

/** What arguments are filled with: ids by type, and the words of either partner, or of none. */
export function knownValues(idsOf: KnownValues["idsOf"]): KnownValues {
  const said = (text: (words: { word: string; region: string }) => string): ByStance => ({
    own: text(OWN),
    foreign: text(FOREIGN),
    missing: text({ word: "nowhere99", region: "nowhere99 region" }),
  });
  const shared = (text: string): ByStance => ({ own: text, foreign: text, missing: text });
  const text = (part: string) => said(({ word }) => `${word} ${part}`);
  return {
    idsOf,
    texts: {
      "PersonInput.externalId": said(({ word }) => `${word}-person-1`),
      "FactInput.externalId": said(({ word }) => `${word}-won-1`),
      "FactReferenceInput.externalId": said(({ word }) => `${word}-won-1`),
      "PersonInput.name": text("Person 1"),
      "PartnerInput.name": text("Name"),
      "AttributeInput.name": text("attribute"),
      "HypotheticalAttributeInput.name": text("attribute"),
      "SaveProgramDraftInput.source": shared(DRAFT.replaceAll(FOREIGN.word, "A").replace("2027.1", "2027.2")),
      actions: shared("decideOverride"),
      subjects: shared("a second manager"),
      after: said(({ word }) => `${word}.cursor`),
      before: said(({ word }) => `${word}.cursor`),
      code: said(({ word }) => `${word}-code`),
      codes: said(({ word }) => `${word}-code`),
      search: said(({ word }) => word),
      cohort: said(({ word }) => `${word}-cohort`),
      "Query.cohort.name": said(({ word }) => `${word}-cohort`),
      "SaveCohortInput.name": said(({ word }) => `${word}-cohort`),
      "RemoveCohortInput.name": said(({ word }) => `${word}-cohort`),
      "RemoveSavedQueryInput.name": said(({ word }) => `${word}-query`),
      "SaveQueryInput.name": said(({ word }) => `${word}-query`),
      "SaveQueryInput.source": shared(EXPORTED),
      idempotencyKey: text("another key"),
      title: shared("A lab"),
      location: shared("Room 7"),
      url: shared("https://videos.example.com/7"),
      "RedeemRewardsInput.amount": shared("60"),
      "RegisterDealInput.amount": shared("600"),
      "RequestFundsInput.amount": shared("60"),
      "AllocateFundInput.amount": shared("60"),
      "DecideFundRequestInput.amount": shared("50"),
      "ClaimFundsInput.spent": shared("70"),
      domain: said(({ word }) => `${word}-2.com`),
      productLine: text("line"),
      benefit: shared("training-vouchers"),
      fund: shared("campaigns"),
      activity: text("activity"),
      fileName: said(({ word }) => `${word}-2.pdf`),
      mediaType: shared("application/pdf"),
      content: said(({ word }) => PROOF(`${word} 2`)),
      reference: text("reference"),
      failure: text("failure"),
      body: text("body"),
      problem: text("problem"),
      ticket: text("ticket"),
      position: text("position"),
      savedQuery: said(({ word }) => `${word}-query`),
      variables: shared("{}"),
      key: text("key"),
      description: text("description"),
      tiers: shared("silver"),
      countries: text("country"),
      country: text("country"),
      customer: text("customer 1"),
      email: said(({ word }) => `${word}-1@example.com`),
      product: text("product"),
      region: said(({ region }) => region),
      value: text("value"),
      course: shared("sales-foundations"),
      module: shared("product"),
      statements: shared("[]"),
      secret: text("secret"),
      "DeclareEndpointInput.url": shared("https://sandbox.partner.example"),
      validation: shared("integration-readiness"),
      check: shared("data-sharing"),
      label: text("label"),
      "SandboxData.key": text("key"),
      scenario: shared("renewal"),
      scene: shared("call"),
      choice: shared("ask"),
      next: shared("call"),
      "PublishScenarioInput.name": shared("renewal"),
      "ScenarioSceneInput.name": shared("call"),
      "ScenarioSceneInput.text": shared("The phone rings."),
      "ScenarioChoiceInput.name": shared("ask"),
      "ScenarioChoiceInput.text": shared("Ask."),
      "WriteContentInput.name": shared("first-call"),
      "PublishContentInput.name": shared("first-call"),
      "ConfirmContentInput.name": shared("first-call"),
      "NoteReadingInput.name": shared("first-call"),
      "Query.contentPiece.name": shared("first-call"),
      summary: shared("What to say."),
      motion: shared("new-business"),
      maturity: shared("starting"),
      maturities: shared("starting"),
      owner: shared("Enablement"),
      markdown: shared("*Call.*"),
      "RegisterManagerInput.code": shared("manager"),
      "RecordAbsenceInput.code": shared("manager"),
      "AssignManagerInput.code": shared("manager"),
      standIn: shared("other"),
      "HandOverInput.from": shared("manager"),
      "HandOverInput.to": shared("other"),
      "RegisterManagerInput.email": shared("manager@vendor.example"),
      "RegisterManagerInput.name": shared("A manager"),
      step: shared("campaign"),
      evidence: text("evidence"),
      "MovePersonInput.externalId": said(({ word }) => `${word}-person-2`),
      "AnswerInput.question": shared("first"),
      options: shared("yes"),
      checkCode: shared("0123456789abcdef0123"),
      "QuestionPoolInput.name": shared("pool"),
      "QuestionInput.name": shared("first"),
      "QuestionOptionInput.name": shared("yes"),
      "QuestionInput.text": shared("What?"),
      "QuestionOptionInput.text": shared("That."),
      currency: shared("USD"),
      declaredKind: shared("portal.reviewed"),
      "ExchangeRateInput.from": shared("EUR"),
      "ExchangeRateInput.to": shared("USD"),
      from: shared("EUR"),
      to: shared("USD"),
      level: shared("expert"),
      markets: shared("no market"),
      measure: shared("revenue"),
      names: shared("revenue"),
      customers: text("customer 1"),
      note: text("note"),
      notes: text("notes"),
      program: shared("northwind-partners"),
      question: shared("mood"),
      reason: text("reason"),
      regions: said(({ region }) => region),
      review: shared("pulse"),
      source: shared(PROGRAM),
      subject: shared("strategic"),
      tier: shared("silver"),
      track: shared("integrator"),
      tracks: shared("integrator"),
      types: shared("measures-changed"),
      why: text("why"),
    },
  };
}

/** What may be read by all: the schema's own words, and those of the rules above. */
export const commonText = (): string =>
  ["api", ...SERVICES].map((name) => fs.readFileSync(schemaFile(`${name}.graphql`), "utf8")).join("\n") +
  ["deal.won", "deal.lost", "deal.open", "customer-success", "certification", "5,000.00", "12,000.00"].join("\n");

/** A file that begins as a PDF does. */
export const PROOF = (word: string): string => Buffer.from(`%PDF-1.7 ${word}`).toString("base64");

export const EXPORTED = "{ partners { nodes { id code name } } }";

/** Types of what the program says to everyone: no partner has another of them than another partner. */
export const OF_PROGRAM: readonly string[] = ["Benefit", "Course", "LearningPath", "Program", "Tier"];

/** The same id, of nobody: what is foreign must look like this. */
export const idOfNobody = (id: string): string =>
  typeOfOwnedId(id) !== null
    ? id.charAt(0) + encodeOwnedId("Fact", { partnerId: NOBODY, id: NOBODY }).slice(1)
    : /^([0-9a-f-]{36}|\d+)$/.test(id)
      ? NOBODY
      : opaqueOfNobody(id);

function opaqueOfNobody(id: string): string {
  const said = Buffer.from(id, "base64url").toString();
  const changed = said.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, NOBODY);
  return Buffer.from(changed === said ? NOBODY : changed).toString("base64url");
}
