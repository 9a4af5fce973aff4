/** The section `registrations`: how deals are registered and protected. */
export { readRegistrationTerms } from "./parse-registrations.js";
export { printRegistrations } from "./print-registrations.js";
export { DEFAULT_CAPACITY, type RegistrationTerms } from "./registration-terms.js";
