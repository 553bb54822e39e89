type VarietyRow = {
  code: string
  tag: string
  name: string
  nameEn: string
  direction?: 'rtl'
  written?: true
  spoken?: false
}

/**
 * The varieties a county is likely to meet, under our own tags (norms.md 5): dialects without an ISO code get a private
 * subtag, Kazakh and Uyghur of China are written from right to left, Mongolian here is the traditional script.
 */
export const varietyRows: VarietyRow[] = [
  { code: 'cmn', tag: 'zh-Hans', name: '普通话', nameEn: 'Standard Chinese', written: true },
  { code: 'yue', tag: 'yue-Hans-CN', name: '粤语', nameEn: 'Cantonese' },
  { code: 'hak', tag: 'hak-Hans-CN', name: '客家话', nameEn: 'Hakka' },
  { code: 'nan', tag: 'nan-Hans-CN', name: '闽南话', nameEn: 'Southern Min' },
  { code: 'wuu', tag: 'wuu-Hans-CN', name: '吴语', nameEn: 'Wu' },
  { code: 'gan', tag: 'gan-Hans-CN', name: '赣语', nameEn: 'Gan' },
  { code: 'hsn', tag: 'hsn-Hans-CN', name: '湘语', nameEn: 'Xiang' },
  { code: 'cjy', tag: 'cjy-Hans-CN', name: '晋语', nameEn: 'Jin' },
  { code: 'sichuan', tag: 'cmn-Hans-CN-x-sichuan', name: '四川话', nameEn: 'Sichuanese' },
  { code: 'bo', tag: 'bo-CN', name: '藏语', nameEn: 'Tibetan', written: true },
  { code: 'ug', tag: 'ug-Arab-CN', name: '维吾尔语', nameEn: 'Uyghur', direction: 'rtl', written: true },
  { code: 'za', tag: 'za', name: '壮语', nameEn: 'Zhuang', written: true },
  { code: 'ii', tag: 'ii', name: '彝语', nameEn: 'Yi', written: true },
  { code: 'kk', tag: 'kk-Arab-CN', name: '哈萨克语', nameEn: 'Kazakh', direction: 'rtl', written: true },
  { code: 'mn', tag: 'mn-Mong-CN', name: '蒙古语', nameEn: 'Mongolian', written: true },
  { code: 'ko', tag: 'ko-CN', name: '朝鲜语', nameEn: 'Korean', written: true },
  { code: 'en', tag: 'en', name: '英语', nameEn: 'English', written: true },
]
