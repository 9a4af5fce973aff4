/** How the text of a field is understood, beyond its words. */
export type FieldType = "text" | "day" | "number" | "names";

interface KindNotation {
  /** Each with the way in which it is read. */
  readonly fields: Readonly<Partial<Record<FieldName, FieldType>>>;
  readonly required: readonly FieldName[];
  readonly hasAttributes: boolean;
  /** What the file is of, in one line. */
  readonly about: string;
}

export type FieldName =
  | "externalId"
  | "partner"
  | "partnerName"
  | "partnerRegion"
  | "partnerCountry"
  | "kind"
  | "stage"
  | "change"
  | "event"
  | "on"
  | "openedOn"
  | "closedOn"
  | "until"
  | "amount"
  | "currency"
  | "quantity"
  | "customer"
  | "product"
  | "creditRole"
  | "creditShare"
  | "code"
  | "name"
  | "region"
  | "country"
  | "tracks"
  | "joinedOn"
  | "email"
  | "role"
  | "person"
  | "personName"
  | "course"
  | "completedOn"
  | "from"
  | "to"
  | "rate";

const PARTNER = { partner: "text", partnerName: "text", partnerRegion: "text", partnerCountry: "text" } as const;
const FACT = { externalId: "text", ...PARTNER } as const;
const MONEY = { amount: "number", currency: "text" } as const;
const CREDIT = { creditRole: "text", creditShare: "number" } as const;

/** What can be imported, and the fields of each that a column may be mapped to. */
export const KINDS = {
  deals: {
    about: "Deals in each state; stage is open, won, lost, registered or refunded.",
    fields: {
      ...FACT,
      stage: "text",
      openedOn: "day",
      closedOn: "day",
      ...MONEY,
      quantity: "number",
      customer: "text",
      product: "text",
      ...CREDIT,
    },
    required: ["externalId", "partner", "stage"],
    hasAttributes: true,
  },
  subscriptions: {
    about: "Recurring revenue; change is new, expansion, contraction or churn, the amount that of a month.",
    fields: {
      ...FACT,
      change: "text",
      on: "day",
      ...MONEY,
      quantity: "number",
      customer: "text",
      product: "text",
      ...CREDIT,
    },
    required: ["externalId", "partner", "change", "on"],
    hasAttributes: true,
  },
  customers: {
    about: "Customers; event is active (where left out), renewed or nps, whose answer is the quantity.",
    fields: { ...FACT, event: "text", on: "day", until: "day", quantity: "number", customer: "text", product: "text" },
    required: ["externalId", "partner", "on", "customer"],
    hasAttributes: true,
  },
  leads: {
    about: "Leads; event is created or converted, with openedOn the day on which a converted one was created.",
    fields: { ...FACT, event: "text", on: "day", openedOn: "day", ...MONEY, customer: "text", product: "text" },
    required: ["externalId", "partner", "event", "on"],
    hasAttributes: true,
  },
  integrations: {
    about: "Integrations; event is launched, adopted (by a customer) or critical (to one).",
    fields: { ...FACT, event: "text", on: "day", until: "day", customer: "text", product: "text" },
    required: ["externalId", "partner", "event", "on"],
    hasAttributes: true,
  },
  activities: {
    about: "Joint marketing activities.",
    fields: { ...FACT, on: "day", ...MONEY, quantity: "number", customer: "text", product: "text", ...CREDIT },
    required: ["externalId", "partner", "on"],
    hasAttributes: true,
  },
  seats: {
    about: "Seats that customers took, or gave up where the quantity is negative.",
    fields: { ...FACT, on: "day", quantity: "number", customer: "text", product: "text" },
    required: ["externalId", "partner", "on", "quantity"],
    hasAttributes: true,
  },
  indicators: {
    about: "Values that others measured.",
    fields: { ...FACT, on: "day", ...MONEY, quantity: "number", customer: "text", product: "text" },
    required: ["externalId", "partner", "on"],
    hasAttributes: true,
  },
  facts: {
    about: "Facts of any kind, which kind names as a program document does: deal.won, or one that it declares.",
    fields: {
      ...FACT,
      kind: "text",
      on: "day",
      openedOn: "day",
      until: "day",
      ...MONEY,
      quantity: "number",
      customer: "text",
      product: "text",
      ...CREDIT,
    },
    required: ["externalId", "partner", "kind"],
    hasAttributes: true,
  },
  partners: {
    about: "Partners, by their code.",
    fields: { code: "text", name: "text", region: "text", country: "text", tracks: "names", joinedOn: "day" },
    required: ["code"],
    hasAttributes: false,
  },
  people: {
    about: "People of partners; role is sales, engineering or customer-success.",
    fields: { ...PARTNER, externalId: "text", name: "text", email: "text", role: "text" },
    required: ["partner", "externalId"],
    hasAttributes: false,
  },
  completions: {
    about: "Completed courses of people; those that certify give their certifications.",
    fields: { ...PARTNER, person: "text", personName: "text", course: "text", completedOn: "day" },
    required: ["partner", "person", "course", "completedOn"],
    hasAttributes: false,
  },
  rates: {
    about: "Exchange rates: one unit of from is rate of to.",
    fields: { from: "text", to: "text", on: "day", rate: "number" },
    required: ["from", "to", "on", "rate"],
    hasAttributes: false,
  },
} as const satisfies Record<string, KindNotation>;

export type ImportKind = keyof typeof KINDS;
/** Kinds of files whose lines are facts. */
export type FactFileKind = Exclude<ImportKind, "partners" | "people" | "completions" | "rates">;

export const isImportKind = (name: string): name is ImportKind => Object.hasOwn(KINDS, name);
export const fieldTypesOf = (kind: ImportKind): Readonly<Partial<Record<FieldName, FieldType>>> => KINDS[kind].fields;
export const fieldNamesOf = (kind: ImportKind): FieldName[] => Object.keys(KINDS[kind].fields) as FieldName[]; // Their keys.
export const isFieldOf = (kind: ImportKind, name: string): name is FieldName => Object.hasOwn(KINDS[kind].fields, name);
