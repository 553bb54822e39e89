import type { ReportWords } from './words'

export type PickerProps = {
  action: string
  json: string
  weeks: number
  office: string
  offices: { id: string; name: string }[]
}

const CHOICES = [1, 4, 8, 13, 26, 52]

/** A plain form: works before any script has loaded, and its address can be passed on. */
export function PeriodPicker({ action, weeks, office, offices, words }: PickerProps & { words: ReportWords }) {
  return (
    <form action={action} className="mb-report__pick" method="get">
      <label>
        <span>{words.period}</span>
        <select defaultValue={weeks} name="weeks">
          {[...new Set([...CHOICES, weeks])]
            .sort((a, b) => a - b)
            .map((n) => (
              <option key={n} value={n}>
                {words.weeks(n)}
              </option>
            ))}
        </select>
      </label>
      {offices.length > 1 ? (
        <label>
          <span>{words.office}</span>
          <select defaultValue={office} name="office">
            <option value="">{words.county}</option>
            {offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <button className="mb-button" type="submit">
        {words.show}
      </button>
    </form>
  )
}
