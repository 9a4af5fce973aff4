import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";

export const Partner = entityStub("Partner", { id: field.id() });
export type Partner = InstanceType<typeof Partner>;

export const Person = entityStub("Person", { id: field.id() });
export type Person = InstanceType<typeof Person>;
