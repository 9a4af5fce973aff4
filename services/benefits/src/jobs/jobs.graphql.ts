import type { JobActions, JobReads } from "@tiergraph/kit/jobs/jobs.reads";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Authorized, JobQueue } from "../values.graphql.js";

type Context = RequestContext<JobReads, JobActions>;

@Resolver()
export class JobsResolver {
  @Authorized("run jobs")
  @Query(() => JobQueue, {
    nullable: true,
    description: "Waiting and finally failed events that `benefits` receives.",
  })
  benefitsJobs(@Ctx() { load }: Context): Promise<JobQueue> {
    return load.jobs();
  }

  @Authorized("run jobs")
  @Mutation(() => [ID], {
    nullable: true,
    description: "Runs jobs again that failed for good; answers with those that had.",
  })
  retryBenefitsJobs(
    @Arg("ids", () => [ID], { description: "Ids of dead jobs, from `benefitsJobs`." }) ids: string[],
    @Ctx() { actions }: Context,
  ): Promise<string[]> {
    return actions.retryJobs(ids);
  }
}
