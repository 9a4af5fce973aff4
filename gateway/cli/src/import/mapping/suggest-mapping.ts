import { Document } from "yaml";
import { DAY_CANDIDATES, NUMBER_CANDIDATES } from "../format/candidates.js";
import { findFormats } from "../format/find-format.js";
import { type FieldName, type FieldType, fieldNamesOf, fieldTypesOf, type ImportKind, KINDS } from "../kinds.js";
import type { Table } from "../table/open-table.js";

/** How columns that hold a field are often called, the surest first; without signs, in small letters. */
const NAMES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  externalId: [
    "externalid",
    "opportunityid",
    "dealid",
    "transactionid",
    "subscriptionid",
    "invoiceno",
    "recordid",
    "leadid",
    "personid",
    "userid",
    "contactid",
    "id",
    "key",
    "number",
  ],
  partner: [
    "partnercode",
    "partnerid",
    "partner",
    "partneraccount",
    "partneraccountid",
    "resellerid",
    "reseller",
    "channelpartner",
    "distributor",
    "salesagent",
    "agent",
    "owner",
    "salesrep",
    "seller",
    "referralsource",
  ],
  partnerName: ["partnername", "resellername", "partneraccountname"],
  partnerRegion: ["partnerregion", "regionaloffice", "region", "territory"],
  partnerCountry: ["partnercountry", "country"],
  kind: ["kind", "facttype", "type"],
  stage: ["dealstage", "stage", "stagename", "dealstatus", "status", "outcome"],
  change: ["change", "changetype", "eventtype", "type"],
  event: ["event", "eventtype", "status", "type"],
  on: ["on", "date", "day", "eventdate", "startdate", "signupdate", "activitydate", "createdat", "createddate"],
  openedOn: [
    "openedon",
    "openedat",
    "createdate",
    "createddate",
    "createdat",
    "created",
    "engagedate",
    "opendate",
    "opened",
  ],
  closedOn: ["closedon", "closedat", "closedate", "closeddate", "closed", "wondate", "invoicedate", "date"],
  until: ["until", "enddate", "ended", "churndate"],
  amount: [
    "amount",
    "value",
    "closevalue",
    "dealvalue",
    "dealamount",
    "revenue",
    "mrramount",
    "mrr",
    "total",
    "price",
    "amountusd",
  ],
  currency: ["currency", "currencycode", "currencyisocode"],
  quantity: ["quantity", "qty", "seats", "seatcount", "score", "nps"],
  customer: [
    "customer",
    "customername",
    "account",
    "accountname",
    "company",
    "companyname",
    "client",
    "organization",
    "accountid",
    "customerid",
  ],
  product: ["product", "productname", "sku", "plan", "plantier", "item"],
  creditRole: ["creditrole", "partnerrole", "attribution"],
  creditShare: ["creditshare", "share", "sharepercent", "split"],
  code: ["code", "partnercode", "partnerid", "accountid", "id"],
  name: ["name", "fullname", "partnername", "accountname", "account", "contactname"],
  region: ["region", "regionaloffice", "territory"],
  country: ["country", "countrycode", "officelocation", "billingcountry"],
  tracks: ["tracks", "track", "partnertype", "type"],
  joinedOn: ["joinedon", "joined", "joindate", "partnersince", "createddate", "signupdate"],
  email: ["email", "emailaddress", "mail"],
  role: ["role", "jobrole", "function", "department"],
  person: ["person", "personid", "userid", "learnerid", "email", "employeeid"],
  personName: ["personname", "learner", "fullname", "username", "name"],
  course: ["course", "coursename", "courseid", "certification", "training"],
  completedOn: ["completedon", "completed", "completiondate", "completedat", "passedon", "date"],
  from: ["from", "fromcurrency", "base", "basecurrency", "currency"],
  to: ["to", "tocurrency", "quote", "quotecurrency"],
  rate: ["rate", "exchangerate", "value", "obsvalue"],
};

/** What words of a column that decides a line's kind often mean. */
const MEANINGS: readonly (readonly [RegExp, Readonly<Partial<Record<FieldName, string>>>])[] = [
  [/refund|chargeback|returned/i, { stage: "refunded" }],
  [/lost|declined|rejected|disqualif|dead|cancel/i, { stage: "lost", change: "churn" }],
  [/won|closed ?won|paid|complete|invoiced|success/i, { stage: "won" }],
  [/regist/i, { stage: "registered" }],
  [/churn|cancel|terminat/i, { change: "churn" }],
  [/new|start|signup|sign-up/i, { change: "new", event: "created" }],
  [/upgrade|expan|upsell/i, { change: "expansion" }],
  [/downgrade|contract|reduc/i, { change: "contraction" }],
  [/convert|qualified/i, { event: "converted" }],
  [/renew/i, { event: "renewed" }],
  [/./, { stage: "open" }],
];

const WORD_FIELDS: readonly FieldName[] = ["stage", "change", "event"];
const MAX_WORDS = 30;
const MAX_LINES = 20_000;
const EMPTY_WORDS = ["N/A", "n/a", "NA", "NULL", "null", "None", "none", "NaN", "nan", "-", "#N/A"];

/**
 * A first mapping of a file, as YAML with remarks: fields by the names of columns, what days and numbers look like, what
 * the words of the stage may mean, and the columns that are left as attributes to choose from.
 */
export async function suggestMapping(kind: ImportKind, table: Table): Promise<string> {
  const texts = await textsByColumn(table);
  const columns = columnsFor(kind, table.header);
  const document = new Document({
    fields: Object.fromEntries(
      [...columns].map(([field, column]) => [field, notationOf(field, column, texts.get(column) ?? new Set())]),
    ),
  });
  const unsure = uncertain(kind, columns, texts);
  const missing = KINDS[kind].required.filter((field) => !columns.has(field));
  const left = table.header.filter((column) => ![...columns.values()].includes(column));
  const empty = EMPTY_WORDS.filter((word) => [...columns.values()].some((column) => texts.get(column)?.has(word)));
  const example = fieldNamesOf(kind).join(", ");
  return [
    `# A mapping of ${kind}, suggested from the columns of the file: read it before you trust it.`,
    `# Fields: ${example}.`,
    ...missing.map((field) => `# MISSING: no column looks like ${field}, which ${kind} need. Add  ${field}: COLUMN`),
    document.toString({ lineWidth: 0 }).trimEnd(),
    ...(empty.length > 0 || unsure.length > 0 ? ["format:"] : []),
    ...(empty.length > 0 ? [`  empty: ${JSON.stringify(empty)}`] : []),
    ...unsure,
    ...(KINDS[kind].hasAttributes && left.length > 0
      ? ["# Columns that are left; a measure may filter by an attribute.", "attributes:", ...left.map(asAttribute)]
      : left.map((column) => `# Left over: ${column}`)),
    "",
  ].join("\n");
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
const asAttribute = (column: string): string => {
  const name =
    column
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "unnamed";
  return `#  ${name}: ${JSON.stringify(column)}`;
};

/** Each column serves one field: the field for which its name is the surest. */
function columnsFor(kind: ImportKind, header: readonly string[]): Map<FieldName, string> {
  const pairs = fieldNamesOf(kind).flatMap((field, order) =>
    header.flatMap((column) => {
      const rank = (NAMES[field] ?? []).indexOf(plain(column));
      const isNeeded = (KINDS[kind].required as readonly FieldName[]).includes(field);
      return rank === -1 ? [] : [{ field, column, rank: rank - (isNeeded ? 0.5 : 0), order }];
    }),
  );
  const chosen = new Map<FieldName, string>();
  const taken = new Set<string>();
  for (const { field, column } of pairs.sort((a, b) => a.rank - b.rank || a.order - b.order)) {
    if (chosen.has(field) || taken.has(column)) continue;
    chosen.set(field, column);
    taken.add(column);
  }
  return new Map(fieldNamesOf(kind).flatMap((field) => (chosen.has(field) ? [[field, chosen.get(field) ?? ""]] : [])));
}

function notationOf(field: FieldName, column: string, texts: ReadonlySet<string>): unknown {
  if (!WORD_FIELDS.includes(field)) return column;
  const words = [...texts].slice(0, MAX_WORDS);
  const values = Object.fromEntries(
    words.flatMap((word) => {
      const meaning = MEANINGS.find(([pattern, meant]) => pattern.test(word) && meant[field] !== undefined)?.[1][field];
      return meaning === undefined || meaning === word.toLowerCase() ? [] : [[word, meaning]];
    }),
  );
  return Object.keys(values).length === 0 ? column : { column, values };
}

/** Lines for `format`, of days and numbers that can be read in two ways. */
function uncertain(
  kind: ImportKind,
  columns: ReadonlyMap<FieldName, string>,
  texts: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const types = fieldTypesOf(kind);
  const of = (type: FieldType) =>
    new Map(
      [...columns]
        .filter(([field]) => types[field] === type)
        .map(([field, column]) => [field, texts.get(column) ?? new Set<string>()]),
    );
  const days = findFormats(of("day"), DAY_CANDIDATES);
  const numbers = findFormats(of("number"), NUMBER_CANDIDATES);
  const undecided = (which: string, findings: typeof days) => {
    const [first] = [...findings.values()].flatMap((finding) => (finding.kind === "Ambiguous" ? [finding] : []));
    if (first === undefined) return [];
    const [likeliest = ""] = first.notations;
    return [
      `  ${which}: ${JSON.stringify(likeliest)}  # DECIDE: "${first.example}" could be ${first.notations.join(" or ")}`,
    ];
  };
  return [...undecided("days", days), ...undecided("numbers", numbers)];
}

async function textsByColumn(table: Table): Promise<Map<string, Set<string>>> {
  const texts = table.header.map((column) => [column, new Set<string>()] as const);
  let lines = 0;
  for await (const { cells, problem } of table.lines()) {
    if (problem !== null) continue;
    for (const [i, [, seen]] of texts.entries()) {
      const text = (cells[i] ?? "").trim();
      if (text !== "" && seen.size < 1_000) seen.add(text);
    }
    if (++lines >= MAX_LINES) break;
  }
  return new Map(texts);
}
