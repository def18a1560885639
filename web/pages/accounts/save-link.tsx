/** The whole list as a workbook. */
export function SaveLink({ address, words = '导出（.xlsx）' }: { address: string; words?: string }) {
  return (
    <a className="text-link" href={address} download>
      {words}
    </a>
  );
}
