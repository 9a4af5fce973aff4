import "../subgraph/metadata.js";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** Scalars are shared by all subgraphs: unlike decorated classes, they may be. */
export const DateScalar = textScalar({
  name: "Date",
  description: "A calendar day, `YYYY-MM-DD`, without a time zone; the years 1900 to 2999.",
  accepts: isRealDay,
  expected: "a day as YYYY-MM-DD",
});

export const DecimalScalar = textScalar({
  name: "Decimal",
  description: 'An exact decimal number as text, for example `"1250.50"`. Never a binary floating point number.',
  accepts: (text) => /^-?\d{1,30}(\.\d{1,12})?$/.test(text),
  expected: 'a decimal number as text, such as "1250.50"',
});

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A moment in time, ISO 8601 in UTC, for example `2026-03-31T09:30:00.000Z`.",
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError(`DateTime cannot represent ${typeof value}`);
  },
  parseValue: parseMoment,
  parseLiteral: (node) => parseMoment(node.kind === Kind.STRING ? node.value : undefined),
});

interface TextScalar {
  readonly name: string;
  readonly description: string;
  readonly accepts: (text: string) => boolean;
  readonly expected: string;
}

function textScalar({ name, description, accepts, expected }: TextScalar): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value === "string" && accepts(value)) return value;
    throw new GraphQLError(`${name} expects ${expected}.`, { extensions: { code: "BAD_USER_INPUT" } });
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => {
      if (typeof value === "string") return value;
      throw new TypeError(`${name} cannot represent ${typeof value}`);
    },
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function isRealDay(text: string): boolean {
  // Windows reach back and forth from a day by years: both ends must stay days that everything here can write.
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function parseMoment(value: unknown): Date {
  const moment = typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : undefined;
  if (moment !== undefined && !Number.isNaN(moment.getTime())) return moment;
  throw new GraphQLError("DateTime expects a moment in ISO 8601.", { extensions: { code: "BAD_USER_INPUT" } });
}
