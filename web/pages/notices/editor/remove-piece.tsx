import { Button, Modal } from 'antd';

/** A name taken from the snapshot: it stands letter by letter, or is taken out. */
export function RemovePiece({ text, remove, close }: { text: string; remove(): void; close(): void }) {
  return (
    <Modal
      open
      title={text}
      onCancel={close}
      width={440}
      footer={[
        <Button key="keep" onClick={close}>
          保留
        </Button>,
        <Button key="remove" danger onClick={remove}>
          从文中移除
        </Button>,
      ]}
    >
      <p>这几个字取自快照，与底册和台账逐字核对，不能改写。点名单位的增减请在“点名”中调整。</p>
    </Modal>
  );
}
