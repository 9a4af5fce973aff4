import { GraphQLError } from "graphql";
import { pino } from "pino";
import { expect, test } from "vitest";
import { DatabaseUnavailable } from "../database/database-unavailable.js";
import { formatError } from "./format-error.js";

const format = (error: GraphQLError) => formatError(pino({ level: "silent" }))(error.toJSON(), error);

test("a documented refusal reaches the client as it is", () => {
  const error = new GraphQLError("`first` must be 1 to 100.", { extensions: { code: "BAD_USER_INPUT", secret: "x" } });
  expect(format(error)).toEqual({ message: "`first` must be 1 to 100.", extensions: { code: "BAD_USER_INPUT" } });
});

test("an argument that is none of its type is the client's to mend", () => {
  const inner = new GraphQLError('Argument "first" of non-null type "Int!" must not be null.');
  const error = new GraphQLError(inner.message, { path: ["partners"], originalError: inner });
  expect(format(error)).toMatchObject({ message: inner.message, extensions: { code: "BAD_USER_INPUT" } });
});

test("what nobody meant for a client reveals nothing to it", () => {
  const bug = new GraphQLError("relation partners.x does not exist at 10.0.0.1:5432", {
    originalError: new Error("sql"),
  });
  expect(format(bug)).toEqual({ message: "Something went wrong.", extensions: { code: "INTERNAL_SERVER_ERROR" } });
  const vendor = new GraphQLError("…", { extensions: { code: "SOME_VENDOR_CODE" } });
  expect(format(vendor).extensions).toEqual({ code: "INTERNAL_SERVER_ERROR" });
});

test("a database that is away says that it may be asked again", () => {
  const cause = new Error("connect ECONNREFUSED 10.0.0.1:5432");
  const away = new GraphQLError("x", { path: ["partners"], originalError: new DatabaseUnavailable(cause) });
  expect(format(away).extensions).toEqual({ code: "SUBGRAPH_UNAVAILABLE" });
  expect(JSON.stringify(format(away))).not.toContain("10.0.0.1");
});
