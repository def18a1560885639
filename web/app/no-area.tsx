import { Button } from 'antd';
import { useLeave } from './use-leave.ts';
import { useMe } from './use-me.ts';

/** What stands where no area is registered, or none that this person may see: how the first one comes, and the way out. */
export function NoArea() {
  const { administers, name } = useMe();
  const leave = useLeave();
  return (
    <main className="door" id="main">
      <h1 className="door-name">
        明察<small>政府网站与政务新媒体监测</small>
      </h1>
      <div className="state">
        <p className="state-title">{administers ? '还没有登记任何地区' : '没有您可以查看的地区'}</p>
        {administers ? (
          <>
            <p>先导入本地区的单位、网站、栏目和账号。在服务器的程序目录里依次运行，然后刷新本页：</p>
            <ol>
              <li>
                <code>./bin/mingcha import --template 底册模板.xlsx</code>
                <br />
                写出空白模板，用 Excel 或 WPS 填写。
              </li>
              <li>
                <code>./bin/mingcha import 底册模板.xlsx --area 安徽省/宣城市/郎溪县</code>
                <br />
                地区换成本地区的全称；有填错的格子，会逐个标出。
              </li>
            </ol>
          </>
        ) : (
          <p>请联系系统管理员，在“用户与令牌”中为您指定地区。</p>
        )}
        <Button onClick={leave}>退出登录（{name}）</Button>
      </div>
    </main>
  );
}
