import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

/** Composes once more by another hand: what only one composer accepts is no contract for other routers. */
export function composeByGuild(sdls: Readonly<Record<string, string>>): string[] {
  const services = Object.entries(sdls).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}` }));
  const { errors } = composeServices(services);
  return (errors ?? []).map(({ message }) => `The second composer refuses: ${message}`);
}
