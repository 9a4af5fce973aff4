import { Arg, type ClassType, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { ServiceName } from "../database/provision.js";
import { authorizedBy } from "../subgraph/authorized.graphql.js";
import type { RequestContext } from "../subgraph/request-context.js";
import type { JobActions, JobReads } from "./jobs.reads.js";

type Context = RequestContext<JobReads, JobActions>;
const Authorized = authorizedBy<"run jobs">();

/** `<service>Jobs` and `retry<Service>Jobs`, for the one service whose `JobQueue` is given. */
export function jobsResolver<Queue extends object>(service: ServiceName, JobQueue: ClassType<Queue>) {
  const [query, mutation] = [`${service}Jobs`, `retry${service.replace(/^./, (letter) => letter.toUpperCase())}Jobs`];

  @Resolver()
  class JobsResolver {
    @Authorized("run jobs")
    @Query(() => JobQueue, {
      name: query,
      nullable: true,
      description: `Waiting and finally failed events that \`${service}\` receives.`,
    })
    jobs(@Ctx() { load }: Context): ReturnType<JobReads["jobs"]> {
      return load.jobs();
    }

    @Authorized("run jobs")
    @Mutation(() => [ID], {
      name: mutation,
      nullable: true,
      description: "Runs jobs again that failed for good; answers with those that had.",
    })
    retry(
      @Arg("ids", () => [ID], { description: `Ids of dead jobs, from \`${query}\`.` }) ids: string[],
      @Ctx() { actions }: Context,
    ): Promise<string[]> {
      return actions.retryJobs(ids);
    }
  }
  return JobsResolver;
}
