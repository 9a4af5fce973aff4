import { BlockList, isIPv6 } from "node:net";

/** What a request says of the way that it came. The host header is the sender's own word. */
export interface RequestOrigin {
  /** Every address that this server listens on. */
  readonly boundTo: readonly string[];
  /** Address of the other end of the connection. */
  readonly peer: string | undefined;
  /** Name of the host header, without its port. */
  readonly hostname: string;
  /** Header names, small letters. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/**
 * Whether the person who asks sits at this machine: the server listens on loopback alone, the connection comes from
 * loopback, and no proxy passed it on. The host header can only refuse: a page of another site whose name was turned
 * to this machine names that site.
 */
export function isAtThisMachine({ boundTo, peer, hostname, headers }: RequestOrigin): boolean {
  return (
    boundTo.length > 0 &&
    boundTo.every(isLoopbackAddress) &&
    peer !== undefined &&
    isLoopbackAddress(peer) &&
    LOOPBACK_NAMES.has(hostname) &&
    !PASSED_ON.some((name) => headers[name] !== undefined)
  );
}

const LOOPBACK_NAMES = new Set(["127.0.0.1", "localhost", "[::1]", "::1"]);
const PASSED_ON = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** An IPv4 address that is written as IPv6 (`::ffff:127.0.0.1`) counts as what it is. */
export function isLoopbackAddress(address: string): boolean {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  return loopback.check(address, family);
}
