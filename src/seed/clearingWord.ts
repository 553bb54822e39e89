/** What an administrator types before the demo is taken out. */
export const clearingWord = '清空演示'
