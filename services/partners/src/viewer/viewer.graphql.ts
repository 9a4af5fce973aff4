import { ROLES } from "@tiergraph/kit/identity/viewer";
import { viewerPermissions } from "@tiergraph/kit/identity/viewer-permissions.graphql";
import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Partner, PartnerConnection, type PartnerNode, type PartnerReads } from "../partner/index.js";
import { type PartnerListReads, PartnersArgs } from "../partner-list/index.js";
import { Person, type PersonNode } from "../person/index.js";
import { policy } from "../policy.js";
import { Authorized } from "../values.graphql.js";
import type { ViewerNode, ViewerReads } from "./viewer.reads.js";

type Context = RequestContext<ViewerReads & PartnerReads & PartnerListReads>;

const ViewerRole = graphEnum("ViewerRole", ROLES, {
  description: "What a token may do.",
  valuesConfig: {
    PARTNER: { description: "A partner's own people." },
    PARTNER_MANAGER: { description: "The vendor's manager of some partners." },
    PROGRAM_MANAGER: { description: "Who runs the program, for all partners." },
    ANALYST: { description: "Reads all partners, without personal data." },
    INGEST: { description: "A machine that records." },
  },
});

const permissions = viewerPermissions(policy, [
  "read personal data",
  "register partners",
  "register people",
  "move people",
  "publish programs",
  "place partners",
  "request overrides",
  "decide overrides",
  "review partners",
  "save cohorts",
  "verify decisions",
  "run jobs",
]);

export const ViewerType = objectType(
  "Viewer",
  "Who asks: what the token says, and what it may do.",
  {
    id: field.id(),
    role: field.of(() => ViewerRole, "What decides what you may do."),
    subject: field.string("Of the token: by which records of what you do name you."),
    ...permissions.fields,
  },
  { directives: ['@key(fields: "id")'] },
);

export const viewerOf = ({ load, viewer }: Pick<RequestContext<ViewerReads>, "load" | "viewer">): ViewerNode => ({
  ...load.viewer(),
  ...permissions.valuesOf(viewer),
});

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Authorized("read yourself")
  @Query(() => ViewerType, { description: "Who asks." })
  viewer(@Ctx() context: Context): ViewerNode {
    return viewerOf(context);
  }

  @FieldResolver(() => Partner, {
    nullable: true,
    description: "The only partner that you are bound to; null for none or several.",
  })
  partner(@Root() { partnerId }: ViewerNode, @Ctx() { load }: Context): Promise<PartnerNode | null> | null {
    return partnerId === null ? null : load.partner.load(partnerId);
  }

  @FieldResolver(() => PartnerConnection, { nullable: true, description: "Partners that you may see." })
  partners(@Args(() => PartnersArgs) args: PartnersArgs, @Ctx() { load }: Context): Promise<Page<PartnerNode>> {
    return load.partners(args);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who of your partners' people has the token's subject as `externalId`; null for nobody.",
  })
  person(@Ctx() { load }: Context): Promise<PersonNode | null> {
    return load.personOfViewer();
  }
}
