import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";

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
  { directives: ['@key(fields: "id")'] },
);
export type Person = InstanceType<typeof Person>;
