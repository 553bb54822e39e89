'use client'
import { useState } from 'react'
import type { ReadingsOverview } from '../../staff/readings'
import type { Say } from '../say'
import { UploadBox } from '../upload/UploadBox'
import { useStaff } from '../useStaff'
import { makeReading } from './makeReading'
import type { Act } from './useReadings'

type Props = { article: string; overview: ReadingsOverview; act: Act; refresh: () => Promise<void>; say: Say }

/** One more reading: a machine where one knows the variety, and a recording in any of them. */
export function NewReading({ article, overview, act, refresh, say }: Props) {
  const { address } = useStaff()
  const [variety, setVariety] = useState('')
  const [speaker, setSpeaker] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const [uploads, setUploads] = useState(0)
  const byMachine = overview.varieties.filter(
    ({ id, machine }) => machine && !overview.readings.some((one) => one.machine && one.varietyId === id),
  )
  const take = async (file: string) => {
    setSaid(await makeReading(address('/'), { article, variety, speaker, file }))
    setUploads((count) => count + 1)
    await refresh()
  }
  return (
    <>
      {byMachine.length > 0 && (
        <div className="mb-review-buttons">
          {say('机器朗读：', 'By machine: ')}
          {byMachine.map(({ id, name }) => (
            <button
              className="mb-button"
              key={id}
              onClick={() => void act(`/readings/of/${article}/machine`, { variety: id })}
              type="button"
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <div className="mb-readings__new">
        <label className="mb-field">
          {say('有人读好了？先选用哪种话录的，再上传', 'Recorded by a person? Choose its variety, then upload')}
          <select onChange={(event) => setVariety(event.target.value)} value={variety}>
            <option value="">{say('请选', 'Choose')}</option>
            {overview.varieties.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="mb-field">
          {say('谁读的（可不填）', 'Speaker (optional)')}
          <input maxLength={60} onChange={(event) => setSpeaker(event.target.value)} value={speaker} />
        </label>
      </div>
      {variety && (
        <UploadBox
          key={uploads}
          onDocument={(file) => void take(file)}
          purpose="track"
          words={say('上传录音', 'Upload a recording')}
        />
      )}
      {said && (
        <p className="mb-film__fault" role="alert">
          {said}
        </p>
      )}
    </>
  )
}
