/** Two years of a partner base of some 200, the same for the same last day and seed. */
export interface Sample {
  readonly partners: readonly SamplePartner[];
  readonly people: readonly SamplePerson[];
  readonly facts: readonly SampleFact[];
  readonly completions: readonly SampleCompletion[];
}

export interface SamplePartner {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly tracks: readonly string[];
  readonly joinedOn: string;
}
export interface SamplePerson {
  readonly partnerCode: string;
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly role: "SALES" | "ENGINEERING" | "CUSTOMER_SUCCESS";
}
export interface SampleFact {
  readonly kind: "DEAL_OPEN" | "DEAL_WON" | "DEAL_LOST" | "SEATS";
  readonly partnerCode: string;
  readonly externalId: string;
  readonly on: string | null;
  readonly openedOn: string | null;
  readonly amount: string | null;
  readonly quantity: number | null;
  readonly customer: string;
  readonly product: string;
}
export interface SampleCompletion {
  readonly partnerCode: string;
  readonly personExternalId: string;
  readonly course: string;
  readonly completedOn: string;
}

const PARTNERS = 200;
const DAYS = 730;

/** @param lastDay the day on which the sample ends, `YYYY-MM-DD` */
export function generateSample(lastDay: string, seed = 20_260_101): Sample {
  const random = seededRandom(seed);
  const dayBefore = daysBefore(lastDay);
  const drafts = Array.from({ length: PARTNERS }, (_, i) => draftPartner(random, i, dayBefore));
  return {
    partners: drafts.map(({ partner }) => partner),
    people: drafts.flatMap(({ partner, size }) => peopleOf(random, partner.code, size)),
    facts: drafts.flatMap((draft) => factsOf(random, draft, dayBefore)),
    completions: drafts.flatMap((draft) => completionsOf(random, draft, dayBefore)),
  };
}

interface Draft {
  readonly partner: SamplePartner;
  /** 0 for the smallest, 1 for the largest; most are small, as in any partner base. */
  readonly strength: number;
  /** People of the partner, 1 to 14. */
  readonly size: number;
  /** Days before the last one on which the partner joined. */
  readonly age: number;
}

type Random = () => number;

/** Mulberry32: small, fast and the same everywhere, which is all that a sample asks of chance. */
function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const daysBefore = (lastDay: string) => {
  const end = Date.parse(`${lastDay}T00:00:00Z`);
  return (days: number): string => new Date(end - days * 86_400_000).toISOString().slice(0, 10);
};

const pick = <T>(random: Random, choices: readonly T[]): T => {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error("There is nothing to choose from");
  return choice;
};
const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

const FIRST_WORDS = [
  "Alder",
  "Beacon",
  "Cobalt",
  "Delta",
  "Ember",
  "Falcon",
  "Granite",
  "Harbor",
  "Iris",
  "Juniper",
  "Keystone",
  "Lumen",
  "Meridian",
  "Nimbus",
  "Orchard",
  "Pioneer",
  "Quartz",
  "Riverside",
  "Summit",
  "Tidewater",
];
const LAST_WORDS = [
  "Advisory",
  "Cloud",
  "Consulting",
  "Digital",
  "Labs",
  "Partners",
  "Solutions",
  "Software",
  "Systems",
  "Works",
];
const PLACES = [
  { region: "EMEA", country: "DE" },
  { region: "EMEA", country: "GB" },
  { region: "EMEA", country: "FR" },
  { region: "Americas", country: "US" },
  { region: "Americas", country: "BR" },
  { region: "APAC", country: "JP" },
  { region: "APAC", country: "AU" },
  { region: "APAC", country: "IN" },
] as const;
const TRACKS = ["reseller", "integrator", "early-adopter", "co-developer"] as const;

function draftPartner(random: Random, i: number, dayBefore: (days: number) => string): Draft {
  const strength = random() ** 3;
  const age = between(random, 60, DAYS);
  const track = pick(random, TRACKS);
  const second = random() < 0.2 ? pick(random, TRACKS) : track;
  const name = `${FIRST_WORDS[i % FIRST_WORDS.length]} ${LAST_WORDS[Math.floor(i / FIRST_WORDS.length) % LAST_WORDS.length]}`;
  return {
    strength,
    age,
    size: 1 + Math.round(strength * 11) + between(random, 0, 2),
    partner: {
      code: `P${String(i + 1).padStart(4, "0")}`,
      name,
      ...pick(random, PLACES),
      tracks: track === second ? [track] : [track, second],
      joinedOn: dayBefore(age),
    },
  };
}

const GIVEN_NAMES = [
  "Ada",
  "Bo",
  "Chidi",
  "Dana",
  "Emil",
  "Fatima",
  "Grace",
  "Hiro",
  "Ines",
  "Jonas",
  "Kemi",
  "Lena",
  "Mateo",
  "Noor",
  "Olga",
  "Priya",
];
const FAMILY_NAMES = [
  "Abe",
  "Berg",
  "Costa",
  "Diaz",
  "Evans",
  "Fischer",
  "Garcia",
  "Huang",
  "Ito",
  "Jansen",
  "Khan",
  "Lopez",
  "Meyer",
  "Novak",
  "Okafor",
  "Patel",
];
const ROLES = ["SALES", "ENGINEERING", "CUSTOMER_SUCCESS"] as const;

const peopleOf = (random: Random, partnerCode: string, size: number): SamplePerson[] =>
  Array.from({ length: size }, (_, i) => ({
    partnerCode,
    externalId: personKey(partnerCode, i),
    name: `${pick(random, GIVEN_NAMES)} ${pick(random, FAMILY_NAMES)}`,
    email: `${personKey(partnerCode, i).toLowerCase()}@partner.example`,
    role: roleOf(i),
  }));

const personKey = (partnerCode: string, i: number): string => `${partnerCode}-${i + 1}`;
const roleOf = (i: number): SamplePerson["role"] => ROLES[i % ROLES.length] ?? "SALES";

const PRODUCTS = ["Northwind Core", "Northwind Flow", "Northwind Insights", "Northwind Connect"] as const;

function factsOf(random: Random, { partner, strength, age }: Draft, dayBefore: (days: number) => string): SampleFact[] {
  const perYear = 2 + strength * 40;
  const count = Math.round((perYear * age) / 365);
  return Array.from({ length: count }, (_, i): SampleFact[] => {
    const closed = between(random, 0, age);
    const opened = Math.min(age + 90, closed + between(random, 10, 90));
    const customer = `${partner.code} customer ${between(random, 1, 3 + Math.round(strength * 25))}`;
    const deal = {
      partnerCode: partner.code,
      externalId: `${partner.code}-D${i + 1}`,
      openedOn: dayBefore(opened),
      quantity: null,
      customer,
      product: pick(random, PRODUCTS),
    };
    const amount = (between(random, 150_000, 900_000) + Math.round(strength * random() * 2_400_000)) / 100;
    const chance = random();
    // What would have closed in the last weeks is still open.
    if (closed < 21 && chance < 0.5) return [{ ...deal, kind: "DEAL_OPEN", on: null, amount: amount.toFixed(2) }];
    if (chance > 0.35 + strength * 0.25) return [{ ...deal, kind: "DEAL_LOST", on: dayBefore(closed), amount: null }];
    const won: SampleFact = { ...deal, kind: "DEAL_WON", on: dayBefore(closed), amount: amount.toFixed(2) };
    const seats: SampleFact = {
      ...deal,
      kind: "SEATS",
      externalId: `${partner.code}-S${i + 1}`,
      on: dayBefore(closed),
      openedOn: null,
      amount: null,
      quantity: between(random, 2, 12 + Math.round(strength * 30)),
    };
    return [won, seats];
  }).flat();
}

const COURSES_BY_ROLE = {
  SALES: ["sales-foundations", "deal-desk"],
  ENGINEERING: ["technical-foundations", "implementation", "architecture"],
  CUSTOMER_SUCCESS: ["onboarding-customers", "growing-customers"],
} as const;

function completionsOf(
  random: Random,
  { partner, size, age }: Draft,
  dayBefore: (days: number) => string,
): SampleCompletion[] {
  return Array.from({ length: size }, (_, i): SampleCompletion[] => {
    const courses = COURSES_BY_ROLE[roleOf(i)];
    const done = Math.floor(random() * (courses.length + 1));
    const started = between(random, 0, age);
    return courses.slice(0, done).map((course, step) => ({
      partnerCode: partner.code,
      personExternalId: personKey(partner.code, i),
      course,
      completedOn: dayBefore(Math.max(0, started - step * 30)),
    }));
  }).flat();
}
