import { domainKey, nameKey } from "@tiergraph/kit/values/same-customer";

/** How a customer is compared, by its domain where it is named by one, else by its name: one rule for the whole system. */
export const customerKey = (customer: string): string => {
  const domain = /\s/.test(customer.trim()) ? null : domainKey(customer);
  return domain ?? nameKey(customer) ?? customer.trim().toLowerCase();
};

export const ownCustomerKey = ({ partnerId, customer }: { partnerId: string; customer: string }): string =>
  `${partnerId} ${customerKey(customer)}`;
