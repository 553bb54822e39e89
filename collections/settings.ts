import type { GlobalConfig } from 'payload'
import { label } from '../src/lib/labels'
import { defaultLoudness } from '../src/lib/loudness'
import { anyone, fieldOnly, only } from './access'
import { commandFault } from '../media/command'
import { soundChanged } from './hooks/loudness'

/** What the site says about itself. Footer items follow the county-site norms (norms.md 2.1). */
export const settings: GlobalConfig = {
  slug: 'settings',
  label: label('站点设置', 'Site settings'),
  admin: { group: label('设置', 'Settings') },
  access: { read: anyone, update: only('publisher', 'manager') },
  hooks: { afterChange: [soundChanged] },
  fields: [
    { name: 'siteName', type: 'text', required: true, defaultValue: '明白', label: label('站名', 'Site name') },
    { name: 'bureau', type: 'text', label: label('主办单位', 'Bureau') },
    { name: 'telephone', type: 'text', label: label('联系电话', 'Telephone') },
    { name: 'address', type: 'text', label: label('地址', 'Address') },
    { name: 'hotline', type: 'text', defaultValue: '12348', label: label('法律服务热线', 'Legal hotline') },
    { name: 'fraudHotline', type: 'text', defaultValue: '96110', label: label('反诈热线', 'Anti-fraud hotline') },
    {
      name: 'alert',
      type: 'text',
      maxLength: 60,
      label: label('今日骗局（一行红字，可空）', "Today's scam (one red line)"),
    },
    {
      name: 'footer',
      type: 'group',
      label: label('页脚', 'Footer'),
      fields: [
        { name: 'siteIdCode', type: 'text', label: label('网站标识码', 'Site identification code') },
        { name: 'icp', type: 'text', label: label('ICP 备案号', 'ICP record') },
        { name: 'police', type: 'text', label: label('公安备案号', 'Public-security record') },
        { name: 'errorReportUrl', type: 'text', label: label('“我为政府网站找错”链接', 'Error-report link') },
        { name: 'organMarkUrl', type: 'text', label: label('党政机关标识链接', 'Organ mark link') },
      ],
    },
    {
      name: 'reviewStages',
      type: 'number',
      min: 1,
      max: 3,
      defaultValue: 1,
      access: { update: fieldOnly('admin') },
      label: label('几审', 'Review stages'),
    },
    {
      name: 'dialectNeedsSubtitles',
      type: 'checkbox',
      defaultValue: true,
      label: label('方言、少数民族语言影片必须有普通话字幕', 'Dialect films need standard-Chinese subtitles'),
    },
    {
      name: 'media',
      type: 'group',
      label: label('声音', 'Sound'),
      fields: [
        {
          name: 'loudness',
          type: 'number',
          required: true,
          min: -31,
          max: -12,
          defaultValue: defaultLoudness.target,
          label: label('响度（LUFS）', 'Loudness (LUFS)'),
          admin: {
            description: label(
              '所有影片和朗读都调到同样的响度。手机外放用 -16；电视台标准 GY/T 282 是 -24，外放会偏小。改了以后，影片的声音会自动重做，画面不动；朗读从下一次起按新的来。',
              'All films and readings get the same loudness. -16 suits phone speakers; television (GY/T 282) asks for -24, which is soft on a phone. After a change the sound of films is made again, pictures are not; readings follow from the next one on.',
            ),
          },
        },
        {
          name: 'truePeak',
          type: 'number',
          required: true,
          min: -9,
          max: -0.5,
          defaultValue: defaultLoudness.peak,
          label: label('峰值上限（dBTP）', 'True-peak ceiling (dBTP)'),
        },
        {
          name: 'speechCommand',
          type: 'text',
          maxLength: 500,
          access: { read: fieldOnly('admin'), create: fieldOnly('admin'), update: fieldOnly('admin') },
          label: label('语音合成命令', 'Speech command'),
          validate: commandFault,
          admin: {
            description: label(
              '例：/opt/tts/say --voice {voice} --in {text} --out {out}　{text} 是要念的文字文件，{out} 是要写的录音文件（WAV），{voice} 取自“语种”里的“声音”。不填就用服务器上的 espeak-ng（只会普通话、粤语、客家话）。',
              'E.g. /opt/tts/say --voice {voice} --in {text} --out {out}: {text} is the file to read, {out} the WAV to write, {voice} comes from the variety. When empty, espeak-ng of the server is used (Mandarin, Cantonese, Hakka only).',
            ),
          },
        },
      ],
    },
    {
      name: 'demo',
      type: 'checkbox',
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true },
      label: label('演示数据', 'Demo data'),
    },
  ],
}
