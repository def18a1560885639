/**
 * The way to a list as a workbook, worded alike on every page and at the right end of the line that narrows it. The file says its
 * cut-off and the version of its rule.
 */
export const ExportLink = ({ href, name = '导出表格' }: { href: string; name?: string }) => (
  <a className="export" href={href} download title="Excel 文件，注明统计截止日期和规则版本">
    {name}
  </a>
);
