import "@tiergraph/kit/subgraph/metadata";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";

// The entities of other subgraphs that this one extends: what it knows of each is its key.

export const Partner = objectType(
  "Partner",
  "",
  {
    id: field.id(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Partner = InstanceType<typeof Partner>;

export const Tier = objectType(
  "Tier",
  "",
  {
    id: field.id(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Tier = InstanceType<typeof Tier>;

export const Deal = objectType(
  "Deal",
  "",
  {
    id: field.id(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Deal = InstanceType<typeof Deal>;
