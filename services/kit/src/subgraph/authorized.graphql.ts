import "./metadata.js";
import { Authorized } from "type-graphql";

/** `@Authorized("read partners")` on a field or a mutation: typed by the permissions of one service's policy. */
export const authorizedBy =
  <Permission extends string>() =>
  (permission: Permission): MethodDecorator & PropertyDecorator =>
    Authorized(permission);
