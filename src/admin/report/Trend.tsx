import { lineSvg, mark } from '../../analytics/charts/line'
import type { Report } from '../../analytics/report'
import { Svg } from './ReportPage'
import type { ReportWords } from './words'

/** Whether the mix moved: the mismatch and the two shares the county set out to move, before and after. */
export function Trend({ report: { trend }, words }: { report: Report; words: ReportWords }) {
  const { points, before, after } = trend
  if (!points.some(({ mismatch }) => mismatch !== null)) return null
  const lines = [
    { name: words.mismatch, of: (point: typeof before) => point.mismatch },
    { name: words.marriage, of: (point: typeof before) => point.shares.marriage },
    { name: words.everyday, of: (point: typeof before) => point.shares.everyday },
  ]
  const percent = (share: number | null) => (share === null ? words.few : `${Math.round(share * 100)}%`)
  return (
    <section>
      <h2>{words.trend}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, of }, n) => (
            <tr key={name}>
              <th scope="row">
                <span
                  aria-hidden="true"
                  dangerouslySetInnerHTML={{
                    __html: `<svg width="14" height="12" fill="currentColor">${mark(n, 6, 6, '')}</svg>`,
                  }}
                />{' '}
                {name}
              </th>
              <td>{percent(of(before))}</td>
              <td>{percent(of(after))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Svg
        code={lineSvg(
          words.trend,
          points.map(({ day }) => day.slice(5).replace('-', '/')),
          lines.map(({ name, of }) => ({ name, values: points.map(of) })),
        )}
      />
      <p className="mb-report__note">{words.window}</p>
    </section>
  )
}
