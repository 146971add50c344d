import type { Highs } from 'highs';
import type { Mip, MipProgress, MipResult } from '../../core/siting/mip.ts';

/**
 * Solves a program with HiGHS (Huangfu & Hall 2018), without a gap. Blocks its thread until the end
 * or until `seconds` are over; `improved` is told each better solution, so that whoever ends the
 * thread keeps the last of them.
 */
export function solveWithHighs(
  highs: Highs,
  mip: Mip,
  start: Float64Array | null,
  progress: (progress: MipProgress) => void,
  improved: (x: Float64Array) => void = () => {},
  seconds = Infinity,
): MipResult {
  const { constants } = highs;
  const { callbackType, modelStatus } = constants;
  const columns = mip.cost.length;
  const rows = mip.rowLower.length;
  if (!columns) return { status: 'optimal', x: new Float64Array(0), bound: mip.offset };
  return highs.withModel(
    {
      numCols: columns,
      numRows: rows,
      sense: mip.maximise ? constants.objectiveSense.maximize : constants.objectiveSense.minimize,
      offset: mip.offset,
      colCost: mip.cost,
      colLower: mip.lower,
      colUpper: mip.upper,
      rowLower: mip.rowLower,
      rowUpper: mip.rowUpper,
      integrality: Int32Array.from(mip.integer, (whole) =>
        whole ? constants.variableType.integer : constants.variableType.continuous,
      ),
      matrix: {
        format: 'csr',
        numCols: columns,
        numRows: rows,
        starts: mip.rowStart,
        indices: mip.rowIndex,
        values: mip.rowValue,
      },
    } as never,
    (model): MipResult => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        ...(seconds < Infinity ? { time_limit: seconds } : {}),
      });
      if (start) model.setSolution({ colValue: start });
      let bound = mip.maximise ? Infinity : -Infinity;
      const tell = (data: {
        mip_primal_bound?: number;
        mip_dual_bound?: number;
        running_time?: number;
      }) => {
        const best = data.mip_primal_bound ?? Infinity;
        if (Number.isFinite(data.mip_dual_bound)) bound = data.mip_dual_bound!;
        progress({
          best: Math.abs(best) < 1e20 ? best : null,
          bound,
          seconds: data.running_time ?? 0,
        });
      };
      model.run({
        [callbackType.mipLogging]: (event: { data: object }) => tell(event.data),
        [callbackType.mipImprovingSolution]: (event: { data: { mip_solution?: Float64Array } }) => {
          if (event.data.mip_solution) improved(event.data.mip_solution);
        },
      } as never);
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible) return { status: 'infeasible', x: null, bound };
      const optimal = status === modelStatus.optimal;
      const found = optimal || Number(model.info.get('primal_solution_status')) === 2;
      const reached = model.info.get('mip_dual_bound');
      const whole = mip.integer.some(Boolean);
      return {
        status: optimal ? 'optimal' : 'stopped',
        x: found ? model.getSolution().colValue : null,
        bound:
          whole && Number.isFinite(Number(reached)) ? Number(reached) : model.getObjectiveValue(),
      };
    },
  );
}
