import { expect, test } from "vitest";
import { rational } from "../../exact/index.js";
import { documentWith, programOf } from "../../fixtures/index.js";
import { AT_ONCE } from "../benefits/index.js";
import { EVERYONE } from "../requirements/index.js";
import { NO_LEDGER_TERMS } from "../rewards/index.js";

const UNCLAIMED = {
  per: null,
  owner: null,
  claim: null,
  fulfilledWithinDays: null,
  transition: AT_ONCE,
  assigns: null,
};

function threshold(path: string, given: object): object {
  const asked = { measure: "revenue", bound: "at-least", audience: EVERYONE, why: null };
  return { kind: "threshold", ...asked, isScaledByMarket: false, keepsAt: null, path, ...given };
}

const PATH = "tiers.gold.requires";
const MEASURES = [
  {
    kind: "sum",
    name: "revenue",
    title: "Won revenue",
    unit: "money",
    effort: null,
    seenBy: "everyone",
    field: "amount",
    source: { kinds: ["deal.won"], where: [], except: [], since: null, before: null },
    onlyActive: false,
    late: "post",
    by: null,
    netOf: null,
    capPerCustomer: null,
    window: { kind: "rolling-days", days: 90 },
  },
];

const TIERS = [
  {
    name: "registered",
    title: "Registered",
    rank: 0,
    why: "Everyone starts here.",
    requires: null,
    inherits: null,
    keeps: null,
    metOnAnyDayIn: null,
    up: null,
    down: null,
    expects: [],
    benefits: [],
  },
  {
    name: "gold",
    title: "Gold",
    rank: 1,
    why: "Gold is earned.",
    requires: {
      kind: "all",
      path: PATH,
      audience: EVERYONE,
      why: null,
      of: [
        threshold(`${PATH}.all[0]`, {
          target: rational(150001, 2),
          audience: { ...EVERYONE, tracks: ["reseller"] },
          why: "Enough.",
        }),
        {
          kind: "any",
          audience: EVERYONE,
          why: null,
          path: `${PATH}.all[1]`,
          of: [threshold(`${PATH}.all[1].any[0]`, { bound: "more-than", target: rational(20) })],
        },
        {
          kind: "n-of",
          audience: EVERYONE,
          why: null,
          n: 1,
          path: `${PATH}.all[2]`,
          of: [
            threshold(`${PATH}.all[2].of[0]`, { target: rational(1) }),
            threshold(`${PATH}.all[2].of[1]`, { target: rational(2) }),
          ],
        },
      ],
    },
    inherits: null,
    keeps: null,
    metOnAnyDayIn: null,
    up: null,
    down: null,
    expects: [],
    benefits: [
      { benefit: "support", quantity: null },
      { benefit: "fund", quantity: 2 },
    ],
  },
];

const BENEFITS = [
  {
    name: "support",
    title: "Support",
    dimension: "technical-enablement",
    description: null,
    why: "Customers wait.",
    value: null,
    cost: null,
    ...UNCLAIMED,
  },
  {
    name: "fund",
    title: "Marketing fund",
    dimension: "financial",
    description: "Half of a campaign.",
    why: "Reach.",
    value: null,
    cost: null,
    ...UNCLAIMED,
  },
];

const REBATES = [
  {
    name: "deals",
    title: "Deals",
    source: {
      kinds: ["deal.won"],
      where: [{ attribute: "product", in: ["GTX Pro"] }],
      except: [],
      since: null,
      before: null,
    },
    rateByTier: new Map([["gold", rational(1, 20)]]),
    bands: null,
    accelerators: [],
    caps: [],
    first: null,
    netOf: [],
    monthsFromFirstDeal: null,
    gate: null,
    audience: EVERYONE,
    why: "It pays.",
  },
];

const COURSES = [
  {
    name: "basics",
    title: "Basics",
    role: "sales",
    version: 1,
    modules: [],
    requires: [],
    certifies: { level: "foundation", validMonths: 24, renewalDays: null, recertifyDays: null },
  },
  { name: "talk", title: "Talk", role: null, version: 1, modules: [], requires: [], certifies: null },
];

test("a document becomes a program with titles, units and the path of every requirement", () => {
  const program = programOf(
    documentWith({
      head: "why: First.\nfiscal-year-starts-in: 2\ntracks: { reseller: { title: Resellers }, co-developer: }",
      requires: `all:
  - { measure: revenue, at-least: 75000.50, why: Enough., tracks: reseller }
  - any: [{ measure: revenue, more-than: 20 }]
  - at-least: 1
    of: [{ measure: revenue, at-least: 1 }, { measure: revenue, at-least: 2 }]`,
      more: `    benefits: { support: {}, fund: { quantity: 2 } }
benefits:
  support: { dimension: technical-enablement, why: Customers wait. }
  fund: { title: Marketing fund, dimension: financial, why: Reach., description: Half of a campaign. }
rebates:
  deals: { of: deal.won, rate: { gold: 5% }, where: { product: GTX Pro }, why: It pays. }
courses:
  basics: { role: sales, certifies: { level: foundation, valid: 24 months } }
  talk: {}`,
    }),
  );
  expect(program).toEqual({
    name: "sample",
    language: "en",
    translations: new Map(),
    version: "1",
    why: "First.",
    source: null,
    changes: [],
    currency: "USD",
    calendar: { fiscalYearStartsIn: 2 },
    ladder: "highest-own",
    tracksJoin: null,
    tracks: [
      { name: "reseller", title: "Resellers", description: null, classified: null },
      { name: "co-developer", title: "Co developer", description: null, classified: null },
    ],
    markets: [],
    factKinds: [],
    approvals: [],
    expectations: [],
    reviews: [],
    weights: [],
    terms: [],
    scores: [],
    rules: [],
    governance: null,
    closing: null,
    checks: { valueRisesBy: null, marginCeiling: null, costCeiling: null },
    measures: MEASURES,
    tiers: TIERS,
    benefits: BENEFITS,
    bonuses: [],
    spiffs: [],
    funds: [],
    ceilings: [],
    ledger: NO_LEDGER_TERMS,
    registrations: null,
    rebates: REBATES,
    courses: COURSES,
    maturities: [],
    paths: [],
    validations: [],
    onboarding: null,
    sandboxes: null,
  });
});
