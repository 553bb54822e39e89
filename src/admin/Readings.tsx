'use client'
import { ReadingRow } from './sound/ReadingRow'
import { NewReading } from './sound/NewReading'
import { useReadings } from './sound/useReadings'

/** In the article: who reads it aloud, in which variety, and how far each is. */
export function Readings() {
  const { id, overview, fault, say, language, act, refresh } = useReadings()
  if (!id)
    return (
      <p className="mb-film__hint">
        {say('保存文章以后，可以在这里配朗读。', 'After saving, readings can be added here.')}
      </p>
    )
  if (!overview) return fault ? <p className="mb-film__fault">{fault}</p> : null
  return (
    <section aria-label={say('朗读', 'Readings')} className="mb-film mb-readings">
      <h3>{say('朗读', 'Read aloud')}</h3>
      <p className="mb-film__hint">
        {say(
          '长辈版的“听”和村里大喇叭用的就是它。审核通过、文章没改过，居民才听得到。',
          'Heard in the elder edition and over the village loudspeaker, once approved and while the article says the same.',
        )}
      </p>
      {fault && <p className="mb-film__fault">{fault}</p>}
      {!overview.readings.length && <p>{say('还没有朗读。', 'No reading yet.')}</p>}
      <ul>
        {overview.readings.map((reading) => (
          <ReadingRow
            act={act}
            key={reading.id}
            language={language}
            mayChange={overview.mayChange}
            reading={reading}
            say={say}
          />
        ))}
      </ul>
      {overview.mayChange && (
        <NewReading act={act} article={String(id)} overview={overview} refresh={refresh} say={say} />
      )}
    </section>
  )
}
