import { report } from './beacon'
import { listenToSwitches, restore } from './choices'
import { watchReading } from './reading'
import { offerShare } from './share'
import { offerVoice, playReadings } from './voice'

restore()
document.addEventListener('DOMContentLoaded', () => {
  const { item, q, found } = document.documentElement.dataset
  listenToSwitches()
  offerShare()
  offerVoice()
  playReadings()
  watchReading()
  report({ type: 'view' })
  if (q) report({ type: 'search', q, value: Number(found) })
  const pick = /-(\d)$/.exec(new URLSearchParams(location.search).get('pick') || '')
  if (item && pick) report({ type: 'choose', value: Number(pick[1]) })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href^="tel:"]')
    if (link) report({ type: 'call' })
  })
})
