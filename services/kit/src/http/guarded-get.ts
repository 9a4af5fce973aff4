import { type LookupAddress, lookup as systemLookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** The outcome of a request to an address that somebody else chose. */
export type Probed =
  | {
      readonly kind: "Answered";
      readonly status: number;
      /** At most `MAX_BODY` bytes, as UTF-8. */
      readonly body: string;
      readonly milliseconds: number;
    }
  /** It could not be asked, or not in time; why, in words. */
  | { readonly kind: "Unanswered"; readonly because: string };

export interface ProbeGuards {
  /** Origins that may be asked although they are not on the public internet, or by http. */
  readonly origins: readonly string[];
  readonly lookup?: typeof systemLookup;
}

const MAX_BODY = 64 * 1024;
const TIMEOUT_MS = 5_000;
const PORTS: ReadonlySet<string> = new Set(["", "443", "8443"]);

/**
 * Asks an address that somebody else chose: by https on a usual port, of a host in the public net only. Names are judged
 * by what they resolve to at the moment of connecting, so that one that changes its mind gains nothing; redirects are not
 * followed; nothing of ours is sent along. Never throws.
 */
export function guardedGet(address: string, guards: ProbeGuards): Promise<Probed> {
  const refused = addressProblem(address, guards.origins);
  return refused === null ? asked(new URL(address), guards) : Promise.resolve({ kind: "Unanswered", because: refused });
}

/** What is wrong with an address before it is asked; null where nothing is. */
export function addressProblem(address: string, origins: readonly string[]): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return "It is not an address.";
  if (url.username !== "" || url.password !== "") return "An address must not contain a name or password.";
  if (origins.includes(url.origin)) return null;
  if (url.protocol !== "https:") return "Only https addresses are allowed.";
  if (!PORTS.has(url.port)) return "Only ports 443 and 8443 are allowed.";
  // Literal addresses are never looked up.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isPublic(host) ? NOT_PUBLIC : null;
}

const NOT_PUBLIC = "It does not lead to the public internet.";

/** Whether an address is one of the public net: not loopback, private, link-local, reserved, nor one of those in disguise. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  // Other IPv6 addresses are given to nobody, and `::7f00:1` is another spelling of 127.0.0.1 to some systems.
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST);
}

/** All that is given out of IPv6 (RFC 4291, 2.5.4, and IANA's registry). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** `https://a.example,http://10.0.0.5:8080` as origins. */
export const originsIn = (text: string | undefined): string[] =>
  (text ?? "").split(",").flatMap((part) => (URL.canParse(part.trim()) ? new URL(part.trim()).origin : []));

function asked(url: URL, { origins, lookup = systemLookup }: ProbeGuards): Promise<Probed> {
  const isAllowed = origins.includes(url.origin);
  const publicLookup: LookupFunction = (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const found: LookupAddress[] = addresses ?? [];
      const hidden = found.find(({ address }) => !isAllowed && !isPublic(address));
      const refused = error ?? (found.length === 0 || hidden !== undefined ? new Error(NOT_PUBLIC) : null);
      const [first] = found;
      if (refused !== null || first === undefined) done(refused, "", 0);
      else if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
  const started = performance.now();
  return new Promise((resolve) => {
    const unanswered = (because: string) => resolve({ kind: "Unanswered", because });
    const request = (url.protocol === "https:" ? https : http).get(
      url,
      {
        lookup: publicLookup,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { accept: "application/json", "user-agent": "Tiergraph validation" },
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        const finish = () => {
          const body = Buffer.concat(parts).subarray(0, MAX_BODY).toString("utf8");
          const milliseconds = Math.round(performance.now() - started);
          resolve({ kind: "Answered", status: response.statusCode ?? 0, body, milliseconds });
        };
        response.on("data", (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size < MAX_BODY) return;
          finish();
          request.destroy();
        });
        response.on("end", finish);
        response.on("error", (error) => unanswered(inWords(error)));
      },
    );
    request.on("error", (error) => unanswered(inWords(error)));
  });
}

const inWords = (error: Error & { code?: string }): string => {
  if (error.name === "AbortError" || error.name === "TimeoutError") return `No answer within ${TIMEOUT_MS / 1000} s.`;
  if (error.message === NOT_PUBLIC) return NOT_PUBLIC;
  return `It could not be asked: ${error.code ?? error.message}.`;
};
