import { loadRegister, readScenario, type SampleArea } from './load.ts';
import { listenControl } from './server/control.ts';
import { type Clock, listen } from './server/http.ts';
import { buildWorld } from './server/world.ts';

export interface RunningSample {
  area: SampleArea;
  port: number;
  controlPort: number;
  sites: number;
  accounts: number;
  clock: Clock;
  close(): Promise<void>;
}

/** Serves one sample area; port 0 takes a free one. `now` is the simulated moment (ISO 8601), default the scenario's own start. */
export async function startSample(options: { area: SampleArea; port: number; controlPort: number; now?: string }): Promise<RunningSample> {
  const scenario = readScenario(options.area);
  const clock: Clock = { now: Date.parse(options.now ?? scenario.startsAt) };
  // Addresses of sister sites name the port, so one chosen by the system has to be known before the world is built.
  const port = options.port || (await freePort());
  const register = loadRegister(options.area, port);
  const control = await listenControl(options.controlPort, clock);
  const world = await listen(buildWorld(register, scenario), port, clock).catch((error: unknown) => {
    control.server.close();
    throw error;
  });
  return {
    area: options.area,
    port: world.port,
    controlPort: control.port,
    sites: register.sites.length,
    accounts: register.accounts.length,
    clock,
    async close() {
      control.server.closeAllConnections();
      control.server.close();
      await world.close();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = await listenControl(0, { now: 0 });
  probe.server.close();
  return probe.port;
}
