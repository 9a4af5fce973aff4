import { customerKey } from "@tiergraph/kit/values/same-customer";

export { customerKey };

export const ownCustomerKey = ({ partnerId, customer }: { partnerId: string; customer: string }): string =>
  `${partnerId} ${customerKey(customer)}`;
