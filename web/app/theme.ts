import type { ThemeConfig } from 'antd';

/** Ink on paper: one blue for what can be acted on, red only for what failed. The same values stand in styles.css. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#234b6b',
    colorInfo: '#234b6b',
    colorLink: '#1d5a8a',
    colorError: '#a8281e',
    colorWarning: '#8a5a00',
    colorSuccess: '#2a6a4b',
    // What is made of dark inks by rule is a murky grey: the grounds are given.
    ...{ colorPrimaryBg: '#e8eff4', colorInfoBg: '#eef3f7', colorInfoBorder: '#b9cad8' },
    ...{ colorErrorBg: '#fbeeec', colorErrorBorder: '#e3b5b0', colorWarningBg: '#fcf9f1', colorWarningBorder: '#e0cfa6' },
    ...{ colorSuccessBg: '#eef5f1', colorSuccessBorder: '#b5d1c3' },
    colorText: '#1c2733',
    colorTextSecondary: '#4c5a68',
    colorTextTertiary: '#5f6c79',
    colorTextDescription: '#5f6c79',
    colorTextPlaceholder: '#6b7782',
    // What one may only read is still to be read.
    colorTextDisabled: '#4c5a68',
    colorBgContainerDisabled: '#f4f4f1',
    colorBorder: '#c9d0d6',
    colorBorderSecondary: '#dfe3e6',
    colorBgLayout: '#f4f4f1',
    borderRadius: 3,
    fontSize: 14,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
    motion: false,
    wireframe: false,
  },
  components: {
    Table: {
      headerBg: '#edf0f1',
      headerColor: '#3a4753',
      headerSplitColor: 'transparent',
      cellPaddingBlockSM: 7,
      rowHoverBg: '#f3f6f8',
      rowSelectedBg: '#eef3f7',
      rowSelectedHoverBg: '#e8eff4',
      headerBorderRadius: 0,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
