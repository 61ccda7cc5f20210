"""Chromium without a window: what a reader's device, settings and keys do to a page."""

import base64

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait


class Chromium:
    """One tab; leaving it closes the browser."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
            "--hide-scrollbars", "--force-color-profile=srgb", "--lang=en-GB",
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(20)
        self.driver.set_script_timeout(20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def cdp(self, method, **parameters):
        return self.driver.execute_cdp_cmd(method, parameters)

    def open(self, address):
        self.driver.get(address)

    def run(self, script, *arguments):
        """The value of a JavaScript function body."""
        return self.driver.execute_script(script, *arguments)

    def size(self, width, height=800):
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False)

    def text_size(self, percent):
        """The size of text that the reader has chosen in the browser's settings."""
        size = 16 * percent // 100
        self.cdp("Page.setFontSizes", fontSizes={"standard": size, "fixed": 13 * percent // 100})

    def media(self, medium="", **features):
        """Emulates a medium and features such as `prefers_color_scheme="dark"`; none of them as default."""
        self.cdp(
            "Emulation.setEmulatedMedia", media=medium,
            features=[{"name": name.replace("_", "-"), "value": value} for name, value in features.items()])

    def scripts(self, enabled):
        """Whether scripts of pages run; those of the tests always do."""
        self.cdp("Emulation.setScriptExecutionDisabled", value=not enabled)

    def press(self, key, code):
        for kind in ("rawKeyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def tab(self):
        self.press("Tab", 9)

    def enter(self):
        self.cdp("Input.dispatchKeyEvent", type="keyDown", key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r")
        self.cdp("Input.dispatchKeyEvent", type="keyUp", key="Enter", code="Enter", windowsVirtualKeyCode=13)

    def click(self, selector):
        self.driver.find_element("css selector", selector).click()

    def text(self, selector):
        return self.driver.find_element("css selector", selector).text

    def wait_for_address(self, address):
        WebDriverWait(self.driver, 5).until(lambda driver: driver.current_url == address)

    def messages(self):
        """What the console said since the last call, violations of the policy among them."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def pdf(self):
        data = self.cdp("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        return base64.b64decode(data)

    def picture(self, file):
        data = self.cdp("Page.captureScreenshot", captureBeyondViewport=True, format="png")["data"]
        with open(file, "wb") as image:
            image.write(base64.b64decode(data))
