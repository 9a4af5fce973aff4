import { ONE } from "../../exact/index.js";
import { readCadence } from "../governance/index.js";
import { readDistinct, readShare, readTitle, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readWindow } from "../periods/index.js";
import { type Citable, readRequirement } from "../requirements/index.js";
import { refuseBrokenLadder } from "./refuse-broken-ladder.js";
import type { Tier, TierBenefit } from "./tier.js";

/** Reads the tiers, lowest rank first. Refuses those that do not form one ladder. */
export function readTiers(cursor: YamlCursor, citable: CitableByTier): Tier[] {
  const entries = cursor.mapping("tiers by name").named();
  const rungs = entries.map(([name, field]) => ({ tier: readTier(name, field, citable), cursor: field }));
  rungs.sort((a, b) => a.tier.rank - b.tier.rank);
  refuseBrokenLadder(rungs, cursor);
  return rungs.map(({ tier }) => tier);
}

const ASKING_KEYS = ["requires", "inherits", "keeps-at", "keeps", "met-on-any-day-in"];
const CADENCE_KEYS = ["cadence", "up", "down"];
const KEYS = ["title", "rank", "why", ...ASKING_KEYS, ...CADENCE_KEYS, "benefits", "expects"];

/** What a tier may cite. */
type CitableByTier = Citable & { readonly benefits: ReadonlySet<string>; readonly expectations: ReadonlySet<string> };

function readTier(name: string, cursor: YamlCursor, citable: CitableByTier): Tier {
  const fields = cursor.mapping("a tier").only(KEYS);
  const requires = fields.optional("requires");
  const window = fields.optional("met-on-any-day-in");
  const cadence = fields.optional("cadence");
  const both = cadence && readCadence(cadence);
  const [up, down] = [fields.optional("up"), fields.optional("down")];
  return {
    name,
    title: readTitle(fields, name),
    rank: fields.required("rank").wholeNumber({ min: 0, max: 1000 }),
    why: fields.required("why").words("why the tier asks what it asks"),
    requires: requires === null || requires.isEmptyCollection ? null : readRequirement(requires, citable),
    inherits: fields.optional("inherits")?.nameOf("tier", citable.tiers) ?? null,
    keeps: readKeeps(fields, citable),
    metOnAnyDayIn: window && readWindow(window),
    up: up === null ? both : readCadence(up),
    down: down === null ? both : readCadence(down),
    benefits: readTierBenefits(fields.optional("benefits"), citable.benefits),
    expects: readDistinct(fields.optional("expects")?.list("names of expectations") ?? [], (element) =>
      element.nameOf("expectation", citable.expectations),
    ),
  };
}

/** Reads a share of what reaching asks, or a keeping requirement. */
function readKeeps(fields: YamlFields, citable: Citable): Tier["keeps"] {
  const [share, requirement] = [fields.optional("keeps-at"), fields.optional("keeps")];
  if (share !== null && requirement !== null)
    requirement.atKey().refuse("WRONG_SHAPE", "expected one of `keeps-at` and `keeps`, found both");
  if (share !== null) return { kind: "share", value: readShare(share, { isAboveZero: true, max: ONE }) };
  return requirement && readRequirement(requirement, citable);
}

/** Either a list of names, or names with quantities: `{ priority-support: {}, marketing-fund: { quantity: 2 } }`. */
function readTierBenefits(cursor: YamlCursor | null, known: ReadonlySet<string>): TierBenefit[] {
  if (cursor === null || cursor.isEmptyCollection) return [];
  if (cursor.isList) {
    const names = readDistinct(cursor.list("names of benefits"), (element) => element.nameOf("benefit", known));
    return names.map((benefit) => ({ benefit, quantity: null }));
  }
  return cursor.mapping("a list of benefits, or benefits by name").entries.map(([benefit, field]) => {
    if (!known.has(benefit)) field.atKey().refuseName("benefit", benefit, known);
    const quantity = field.mapping("`{}` or `{ quantity: 2 }`").only(["quantity"]).optional("quantity");
    return { benefit, quantity: quantity?.wholeNumber({ min: 1, max: 1_000_000 }) ?? null };
  });
}
