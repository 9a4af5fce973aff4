import { MAX_IN_FILTER } from "@tiergraph/kit/paging/read-filter";
import { argsType, field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateRange, OrderDirection, PageArgs } from "../values.graphql.js";

interface Kind<State extends string, Order extends string> {
  /** Of the type that is listed. */
  readonly name: string;
  /** For people, in the plural: `registrations`. */
  readonly plural: string;
  readonly state: () => Readonly<Record<string, State>>;
  /** What they may be ordered by besides when they were asked for, and what each means. */
  readonly orders: Readonly<Record<Order, string>>;
}

/** The arguments of lists of one kind of requests: of a partner's, and of all partners'. */
export function requestArgs<State extends string, Order extends string>({
  name,
  plural,
  state,
  orders,
}: Kind<State, Order>) {
  const states = field.of(state, "How far they are: those in one of these states.").list().nullable();
  const requested = field.of(() => DateRange, "On which days they were asked for, in UTC.").nullable();
  const that = `Only ${plural} that match all of these; what is left out asks nothing, and an empty list matches none.`;
  const OfPartner = inputType(`${name}OfPartnerFilter`, that, { states, requested });
  const Filter = inputType(`${name}Filter`, that, {
    partnerIds: field.id(`Ids of partners: what one of them asked for. At most ${MAX_IN_FILTER}.`).list().nullable(),
    states,
    requested,
  });
  const words = ["REQUESTED", ...(Object.keys(orders) as Order[])] as const;
  const described = Object.entries<string>(orders).map(([word, description]) => [word, { description }]);
  const OrderField = graphEnum<"REQUESTED" | Order>(`${name}OrderField`, words, {
    description: `What a list of ${plural} is ordered by; those that are equal in it, by when they were asked for.`,
    valuesConfig: { REQUESTED: { description: "When they were asked for." }, ...Object.fromEntries(described) },
  });
  const OrderInput = inputType(`${name}Order`, `In which order ${plural} are listed.`, {
    by: field.of(() => OrderField, "What they are compared by."),
    direction: field.of(() => OrderDirection, "Which comes first: the least or the greatest.").default("ASC"),
  });
  const orderBy = field.of(() => OrderInput, "Those asked for last first if left out.").nullable();
  return {
    ofPartner: argsType({
      ...PageArgs.fields,
      filter: field.of(() => OfPartner, "All if left out.").nullable(),
      orderBy,
    }),
    ofAll: argsType({ ...PageArgs.fields, filter: field.of(() => Filter, "All if left out.").nullable(), orderBy }),
  };
}
