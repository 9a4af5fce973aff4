/** Roles belong to the whole server, so all databases of a test run share the secret that their passwords follow from. */
export const SECRET = "a secret of the tests, which guards nothing at all";
