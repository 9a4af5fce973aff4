import type { FactFileKind, FieldName } from "../kinds.js";
import type { MappedLine } from "../mapping/mapped-line.js";
import { given, shortened } from "./field-text.js";
import type { LineProblem, LineReading } from "./line-problem.js";
import { type PartnerReport, partnerNamedBy } from "./partner-of-line.js";

/** `FactInput` of the graph, without the partner's id, which only the graph knows. */
export interface FactOfLine {
  /** A `RecordedFactKind`. */
  readonly kind: string;
  readonly declaredKind: string | null;
  readonly externalId: string;
  readonly on: string | null;
  readonly openedOn: string | null;
  readonly until: string | null;
  /** Decimal text in major units. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly quantity: number | null;
  readonly customer: string | null;
  readonly product: string | null;
  readonly credit: { readonly role: string; readonly share: string } | null;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

export interface FactReport {
  readonly partner: PartnerReport;
  readonly fact: FactOfLine;
}

/** How a kind of file says what a line is: by the words of a field, or all lines are the same. */
interface Wording {
  readonly field: FieldName | null;
  readonly words: ReadonlyMap<string, string>;
  /** Where the field is empty or not mapped. */
  readonly unsaid: string | null;
}

const wording = (field: FieldName, words: Record<string, string>, unsaid: string | null = null): Wording => ({
  field,
  words: new Map(Object.entries(words)),
  unsaid,
});
const always = (kind: string): Wording => ({ field: null, words: new Map(), unsaid: kind });

const WORDINGS: Readonly<Record<Exclude<FactFileKind, "facts">, Wording>> = {
  deals: wording("stage", {
    open: "DEAL_OPEN",
    won: "DEAL_WON",
    lost: "DEAL_LOST",
    registered: "DEAL_REGISTERED",
    refunded: "DEAL_REFUNDED",
  }),
  subscriptions: wording("change", {
    new: "SUBSCRIPTION_NEW",
    expansion: "SUBSCRIPTION_EXPANSION",
    contraction: "SUBSCRIPTION_CONTRACTION",
    churn: "SUBSCRIPTION_CHURN",
  }),
  customers: wording("event", { active: "CUSTOMER", renewed: "CUSTOMER_RENEWED", nps: "CUSTOMER_NPS" }, "CUSTOMER"),
  leads: wording("event", { created: "LEAD_CREATED", converted: "LEAD_CONVERTED" }),
  integrations: wording("event", {
    launched: "INTEGRATION_LAUNCHED",
    adopted: "INTEGRATION_ADOPTED",
    critical: "INTEGRATION_CRITICAL",
  }),
  activities: always("MARKETING_ACTIVITY"),
  seats: always("SEATS"),
  indicators: always("INDICATOR"),
};

/** Kinds that every installation knows, as program documents write them. */
const BUILT_IN_KINDS: ReadonlyMap<string, string> = new Map(
  [...Object.values(WORDINGS).flatMap(({ words, unsaid }) => [...words.values(), unsaid ?? ""])].map((kind) => [
    kind.toLowerCase().replace("_", "."),
    kind,
  ]),
);

/**
 * Reads one line as a fact, or returns its first problem. What needs the program or other facts to be judged (a won
 * deal without a day or an amount, a day in the future, an id that is known with other content) is left to the graph.
 */
export function factOfLine(file: FactFileKind, line: MappedLine): LineReading<FactReport> {
  const externalId = line.text("externalId");
  const refused = (problem: LineProblem): LineReading<FactReport> => ({ kind: "Refused", externalId, problem });
  const missing = (code: string, field: string, message: string) => refused({ code, field, message });
  if (externalId === "") return missing("EXTERNAL_ID_MISSING", "externalId", "The line has no external id.");
  const partner = partnerNamedBy(line);
  if (partner === null) return missing("PARTNER_MISSING", "partner", "The line names no partner.");
  const kind = kindOf(file, line);
  if (kind.kind === "Refused") return refused(kind.problem);
  const days = {
    on: line.day(file === "deals" ? "closedOn" : "on"),
    openedOn: line.day("openedOn"),
    until: line.day("until"),
  };
  for (const day of Object.values(days)) if (day.kind === "Refused") return refused(day.problem);
  const numbers = {
    amount: line.number("amount"),
    quantity: line.number("quantity"),
    share: line.number("creditShare"),
  };
  for (const number of Object.values(numbers)) if (number.kind === "Refused") return refused(number.problem);
  const [amount, quantity, share] = Object.values(numbers).map((number) => (number.kind === "Number" ? number : null));
  const problem =
    amountProblem(amount?.decimal ?? null) ??
    quantityProblem(quantity?.decimal ?? null) ??
    currencyProblem(line.text("currency"), amount?.currency ?? null) ??
    creditProblem(line.text("creditRole"), share?.decimal ?? null);
  if (problem !== null) return refused(problem);
  const attributes = line.attributes();
  if (attributes.kind === "Refused") return refused(attributes.problem);
  const dayOf = (name: keyof typeof days): string | null => {
    const day = days[name];
    return day.kind === "Text" ? day.text : null;
  };
  return {
    kind: "Understood",
    report: {
      partner,
      fact: {
        ...kind.named,
        externalId,
        // The closing day of an open deal is a hope, often in the future: no day that it counts for.
        on: kind.named.kind === "DEAL_OPEN" ? null : (dayOf("on") ?? registeredOn(kind.named.kind, dayOf("openedOn"))),
        openedOn: dayOf("openedOn"),
        until: dayOf("until"),
        amount: amount?.decimal ?? null,
        currency: given(line.text("currency").toUpperCase()) ?? amount?.currency ?? null,
        quantity: quantity?.decimal == null ? null : Number(quantity.decimal),
        customer: given(line.text("customer")),
        product: given(line.text("product")),
        credit: creditOf(line.text("creditRole"), share?.decimal ?? null),
        attributes: attributes.attributes,
      },
    },
  };
}

type KindReading =
  | { readonly kind: "Named"; readonly named: Pick<FactOfLine, "kind" | "declaredKind"> }
  | { readonly kind: "Refused"; readonly problem: LineProblem };

function kindOf(file: FactFileKind, line: MappedLine): KindReading {
  if (file === "facts") {
    const name = line.text("kind");
    if (name === "") return unknownWord("kind", "KIND_MISSING", "The line names no kind.");
    const builtIn = BUILT_IN_KINDS.get(name);
    return named(builtIn ?? "DECLARED", builtIn === undefined ? name : null);
  }
  const { field, words, unsaid } = WORDINGS[file];
  const word = field === null ? "" : line.text(field);
  const kind = word === "" ? unsaid : (words.get(word.toLowerCase()) ?? null);
  if (kind !== null) return named(kind, null);
  const expected = [...words.keys()];
  return unknownWord(
    field ?? "kind",
    `${(field ?? "kind").toUpperCase()}_UNKNOWN`,
    `"${shortened(word)}" is no ${field}. Expected is ${expected.slice(0, -1).join(", ")} or ${expected.at(-1)}, or a word that the mapping gives a meaning.`,
  );
}

const named = (kind: string, declaredKind: string | null): KindReading => ({
  kind: "Named",
  named: { kind, declaredKind },
});
const unknownWord = (field: string, code: string, message: string): KindReading => ({
  kind: "Refused",
  problem: { code, field, message },
});

function amountProblem(amount: string | null): LineProblem | null {
  return amount?.startsWith("-") && /[1-9]/.test(amount)
    ? { code: "AMOUNT_NEGATIVE", field: "amount", message: `The amount ${amount} is negative.` }
    : null;
}

const LARGEST_QUANTITY = 2_147_483_647;

function quantityProblem(quantity: string | null): LineProblem | null {
  const isWhole = quantity === null || /^-?\d+(\.0+)?$/.test(quantity);
  return isWhole && Math.abs(Number(quantity)) <= LARGEST_QUANTITY
    ? null
    : { code: "QUANTITY_INVALID", field: "quantity", message: `The quantity ${quantity} is no whole number.` };
}

/** What a sign beside the amount says must not differ from what the currency's own column says. */
function currencyProblem(given: string, besideAmount: string | null): LineProblem | null {
  if (given !== "" && !/^[A-Za-z]{3}$/.test(given))
    return {
      code: "CURRENCY_INVALID",
      field: "currency",
      message: `"${shortened(given)}" is not a three-letter currency code.`,
    };
  return given === "" || besideAmount === null || given.toUpperCase() === besideAmount
    ? null
    : {
        code: "CURRENCY_INVALID",
        field: "amount",
        message: `The amount is in ${besideAmount}, the line says ${given}.`,
      };
}

const ROLES = ["sourced", "influenced", "managed"];

function creditProblem(role: string, share: string | null): LineProblem | null {
  if (role !== "" && !ROLES.includes(role.toLowerCase()))
    return {
      code: "CREDIT_INVALID",
      field: "creditRole",
      message: `"${shortened(role)}" is none of ${ROLES.join(", ")}.`,
    };
  return share !== null && role === ""
    ? {
        code: "CREDIT_INVALID",
        field: "creditRole",
        message: "A share needs its role: sourced, influenced or managed.",
      }
    : null;
}

/** A registered deal is one that was opened, and may never close. */
const registeredOn = (kind: string, openedOn: string | null): string | null =>
  kind === "DEAL_REGISTERED" ? openedOn : null;

const creditOf = (role: string, share: string | null): FactOfLine["credit"] =>
  role === "" ? null : { role: role.toUpperCase(), share: share ?? "100" };
