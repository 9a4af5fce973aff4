import { type GraphQLNamedType, printType } from "graphql";
import { buildSchema, Query, Resolver } from "type-graphql";
import { expect, expectTypeOf, test } from "vitest";
import { argsType, field, inputType, objectType } from "./declared-type.graphql.js";
import { graphEnum } from "./graph-enum.graphql.js";

const Colour = graphEnum("Colour", ["red", "dark-blue"], { description: "What it is painted with." });
const Wheel = objectType("Wheel", "One of a cart.", {
  spokes: field.int("Above 0."),
  row: field.hidden<{ readonly rim: string }>(),
});
const Cart = objectType(
  "Cart",
  "What is drawn.",
  {
    id: field.id(),
    colour: field.of(() => Colour),
    wheels: field.of(() => Wheel, "From the front.").list(),
    builtOn: field.date("Null where nobody knows.").nullable(),
  },
  { directives: ['@key(fields: "id")'] },
);
const PageArgs = argsType({ first: field.int("1 to 100.").default(20) });
const CartsArgs = argsType({ ...PageArgs.fields, names: field.string("All if omitted.").list().nullable() });
const CartInput = inputType("CartInput", "A new cart.", {
  name: field.string("1 to 200 characters."),
  weight: field.decimal("In kilograms.").nullable(),
});

@Resolver(() => Cart)
class CartResolver {
  @Query(() => [Cart])
  carts(): InstanceType<typeof Cart>[] {
    return [];
  }
}

test("a declared type shows its fields as they were declared, but for those that are hidden", async () => {
  const schema = await buildSchema({
    resolvers: [CartResolver],
    orphanedTypes: [CartInput],
    validate: false,
    authChecker: () => true, // Other tests of this process may have declared fields that ask for one.
  });
  const printed = (name: string) => printType(schema.getType(name) as GraphQLNamedType);

  expect(printed("Cart")).toBe(`"""What is drawn."""
type Cart {
  id: ID!
  colour: Colour!

  """From the front."""
  wheels: [Wheel!]!

  """Null where nobody knows."""
  builtOn: Date
}`);
  expect(printed("Wheel")).not.toContain("row");
  expect(printed("CartInput")).toContain("weight: Decimal\n");
});

test("what TypeScript knows of a declared type follows from its fields", () => {
  expectTypeOf<InstanceType<typeof Cart>>().toEqualTypeOf<{
    id: string;
    colour: "red" | "dark-blue";
    wheels: readonly InstanceType<typeof Wheel>[];
    builtOn: string | null;
  }>();
  expectTypeOf<InstanceType<typeof Wheel>["row"]>().toEqualTypeOf<{ readonly rim: string }>();
  // What an input leaves out is not there, or null.
  const least: InstanceType<typeof CartInput> = { name: "A cart" };
  const args: InstanceType<typeof CartsArgs> = { first: 5, names: null };
  expect([least, args]).toEqual([{ name: "A cart" }, { first: 5, names: null }]);
});
