/** How the name of a customer is compared: capitals, marks of composition and spaces do not tell two apart. */
export const customerKey = (customer: string): string =>
  customer.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

export const ownCustomerKey = ({ partnerId, customer }: { partnerId: string; customer: string }): string =>
  `${partnerId} ${customerKey(customer)}`;
