import { expect, test } from "vitest";
import { nameOfVariant, statementVariant } from "./statement-variants.js";

const PAGE =
  "select * from list where ($1::text is null or exists (select from held where held.tier = $1)) " +
  "and ($2::date is null or (on_day, id) > ($2, $3::uuid)) limit $4";

test("a text is prepared once for each set of conditions that its values switch on", () => {
  const names = [
    [null, null],
    ["gold", null],
    [null, "2026-01-01"],
    ["gold", "2026-01-01"],
  ].map(([tier, day]) => statementVariant("list.page", PAGE, [tier, day, null, 10]).name);
  expect(names).toEqual(["list.page #00", "list.page #10", "list.page #01", "list.page #11"]);
  expect(new Set(names.map(nameOfVariant))).toEqual(new Set(["list.page"]));
});

test("a condition that is off stands in no text, and every parameter keeps its type", () => {
  const off = statementVariant("list.page", PAGE, [null, null, null, 10]).text;
  expect(off).toBe(
    "select * from list where (num_nulls($1::text) >= 0) and (num_nulls($2::date, $3::uuid) >= 0) limit $4",
  );
  const on = statementVariant("list.page", PAGE, ["gold", "2026-01-01", "id", 10]).text;
  expect(on).toContain("and ($2::date is not null and ((on_day, id) > ($2, $3::uuid)))");
});

test("a statement without such conditions, or with a parameter whose type nothing says, stays as it is", () => {
  for (const text of ["select 1", "select ($1::text is null or name > $2)"])
    expect(statementVariant("as.is", text, [null, null])).toEqual({ name: "as.is", text });
});

test("brackets within quotes and conditions within conditions are read as they stand", () => {
  const text = "select 1 where ($1::text is null or name = ')' or ($2::text is null or code = $2)) and true";
  expect(statementVariant("quoted", text, [null, "x"]).text).toBe(
    "select 1 where (num_nulls($1::text, $2::text) >= 0) and true",
  );
});

test("a text is prepared for 64 sets of conditions at most, and once for all others", () => {
  const text = `select ${Array.from({ length: 8 }, (_, i) => `($${i + 1}::text is null or name > $${i + 1})`).join(" and ")}`;
  const sets = Array.from({ length: 256 }, (_, i) => Array.from({ length: 8 }, (_, bit) => (i >> bit) % 2 || null));
  const statements = sets.map((values) => statementVariant("many.sets", text, values));
  expect(new Set(statements.map(({ name }) => name)).size).toBe(65);
  expect(statements.at(-1)).toEqual({ name: "many.sets #whole", text });
  expect(statementVariant("many.sets", text, sets[0] ?? []).name).toBe("many.sets #00000000");
});
