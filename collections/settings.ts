import type { GlobalConfig } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, fieldOnly, only } from './access'

/** What the site says about itself. Footer items follow the county-site norms (norms.md 2.1). */
export const settings: GlobalConfig = {
  slug: 'settings',
  label: label('站点设置', 'Site settings'),
  admin: { group: label('设置', 'Settings') },
  access: { read: anyone, update: only('publisher', 'manager') },
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
      name: 'demo',
      type: 'checkbox',
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true },
      label: label('演示数据', 'Demo data'),
    },
  ],
}
