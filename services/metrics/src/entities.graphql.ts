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

export const Person = objectType(
  "Person",
  "",
  {
    id: field.id(),
  },
  { directives: ['@key(fields: "id", resolvable: false)'] },
);
export type Person = InstanceType<typeof Person>;

export const NextStep = objectType(
  "NextStep",
  "",
  {
    id: field.id(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type NextStep = InstanceType<typeof NextStep>;

export const Cohort = objectType(
  "Cohort",
  "",
  {
    name: field.string(),
    memberIds: field.id().list().nullable().directive("@external"),
  },
  { directives: ['@key(fields: "name")'] },
);
export type Cohort = InstanceType<typeof Cohort>;
